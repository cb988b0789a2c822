// What must not compile: each line below is an error in the types, or this file is one.
import type { components, paths } from "./contract.js";

type Schemas = components["schemas"];
type Query = NonNullable<paths["/api/v2/pages/"]["get"]["parameters"]["query"]>;

export function mistakes(release: Schemas["NewsReleasePage"], block: Schemas["BodyBlock"], page: Schemas["Page"]): void {
  // @ts-expect-error: there is no such field
  release.headline;
  // @ts-expect-error: what is not public is null
  release.hero_image.alt;
  // @ts-expect-error: a code that releases do not have
  release.kind === "meeting";
  // @ts-expect-error: not every block has a level
  block.value.level;
  // @ts-expect-error: not every page is a release
  page.released_at;
  // @ts-expect-error: a rendition that is not made
  release.hero_image?.renditions.poster;
  // @ts-expect-error: a language that does not exist
  const language: Query["locale"] = "de";
  // @ts-expect-error: an address that does not exist
  type Nothing = paths["/api/v2/nothing/"];
  // @ts-expect-error: ids are numbers
  const id: Schemas["Topic"]["id"] = "8";
  // @ts-expect-error: a block that releases do not have
  block.type === "latest";
  void language;
  void id;
  const nothing: Nothing | null = null;
  void nothing;
}
