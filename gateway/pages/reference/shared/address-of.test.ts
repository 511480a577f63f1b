import { addressOf } from "./address-of";

it.each([
  ["Agency", "/reference/Agency?lang=en"],
  ["Agency.country", "/reference/Agency?lang=en#country"],
  ["Agency.name(language:)", "/reference/Agency?lang=en#name"],
  ["Query.agency", "/reference/Query.agency?lang=en"],
  ["Query.agency(code:)", "/reference/Query.agency?lang=en#code"],
  ["AgencyFilter.kinds", "/reference/AgencyFilter?lang=en#kinds"],
])("%s is at %s", (coordinate, address) => {
  expect(addressOf(coordinate, "en")).toBe(address);
});
