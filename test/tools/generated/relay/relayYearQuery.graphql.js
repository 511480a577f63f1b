/**
 * @generated SignedSource<<34c4d2f8fc5830f485b5d3fc08a1cbea>>
 * @lightSyntaxTransform
 */

/* eslint-disable */

'use strict';

var node = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "year"
  }
],
v1 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "year",
        "variableName": "year"
      }
    ],
    "concreteType": "FiscalYear",
    "kind": "LinkedField",
    "name": "fiscalYear",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "name",
        "storageKey": null
      },
      {
        "alias": null,
        "args": null,
        "kind": "ScalarField",
        "name": "endsOn",
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "relayYearQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "relayYearQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "668378d29cb2144ac041b792016f35b0",
    "id": null,
    "metadata": {},
    "name": "relayYearQuery",
    "operationKind": "query",
    "text": "query relayYearQuery(\n  $year: Int!\n) {\n  fiscalYear(year: $year) {\n    name\n    endsOn\n  }\n}\n"
  }
};
})();

node.hash = "4982d2ca7d1b94b503c252c0202d1aef";

export default node;
