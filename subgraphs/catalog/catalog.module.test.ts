import "reflect-metadata";
import { buildFederatedSchema } from "../kit/subgraph/build-schema";
import { composed } from "../kit/subgraph/module";
import { catalogModule } from "./catalog.module";
import { sharedReferences } from "./shared-schema";

it("makes a subgraph of an area that has neither records nor statistics yet", async () => {
  const schema = await buildFederatedSchema({
    ...composed([catalogModule("sample", "samples")]),
    references: sharedReferences("sample"),
  });
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(fields).toEqual(expect.arrayContaining(["countries", "sampleFigures", "sampleMeasures"]));
});
