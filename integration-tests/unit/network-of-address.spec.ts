import { networkOf } from "../../src/api/utils/limit-by-address"

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8:1:2::1", "2001:db8:1:2"],
  ["2001:0db8:0001:0002:ffff:ffff:ffff:ffff", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["fe80::1%eth0", "fe80:0:0:0"],
  ["", ""],
])("%j is counted as %j", (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test("all addresses of one IPv6 network are counted as one", () => {
  const addresses = [
    "2001:db8:1:2::",
    "2001:db8:1:2::ffff",
    "2001:db8:1:2:a:b:c:d",
  ]
  expect(new Set(addresses.map(networkOf)).size).toBe(1)
})
