// For importers that still name the file's old place; goes once they name `cells/area-cells`.
export {
  agencyCode,
  countryCode,
  enumValue,
  fiscalYear,
  lowerCaseOf,
  upperCode,
  yesOrNo,
} from "../cells/area-cells";
