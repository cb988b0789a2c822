// Typed calls of the interface, as a front end makes them. Prints what it read as JSON, for the test to compare.
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

declare const process: { argv: string[] };

type Schemas = components["schemas"];
type Page = Schemas["Page"];
type ListedPage = Schemas["PageInList"];
type Block = Schemas["BodyBlock"];

// The type of a page stands in its meta: this tells TypeScript what follows from it.
function isA<P extends Page | ListedPage, T extends P["meta"]["type"]>(
  page: P,
  type: T,
): page is Extract<P, { meta: { type: T } }> {
  return page.meta.type === type;
}

// Every block of a body: a new one makes this function fail to compile, and that is meant.
function words(block: Block): string {
  switch (block.type) {
    case "rich_text":
      return block.value.text;
    case "heading":
      return `${block.value.level} ${block.value.text}`;
    case "quotation":
      return block.value.speaker?.title ?? block.value.speaker_name;
    case "image":
      return block.value.alt_text || (block.value.image?.alt ?? "");
    case "gallery":
      return block.value.images.map((one) => one.image?.title ?? "").join();
    case "video":
      return block.value.video?.title ?? block.value.caption;
    case "embed":
      return block.value.url;
    case "key_facts":
      return block.value.facts.map((fact) => `${fact.label}: ${fact.value}`).join();
    case "questions":
      return block.value.items.map((item) => item.question).join();
    case "table":
      return block.value.rows.flatMap((row) => row.cells).join();
    case "documents":
      return block.value.documents.map((row) => row.title || (row.document?.title ?? "")).join();
  }
}

function found<T>(answer: { data?: T; error?: Schemas["Problem"] }): T {
  if (answer.data === undefined) {
    throw new Error(answer.error?.detail ?? "no answer");
  }
  return answer.data;
}

function first<T>(items: readonly T[]): T {
  const item = items[0];
  if (item === undefined) {
    throw new Error("the list is empty");
  }
  return item;
}

const api = createClient<paths>({ baseUrl: process.argv[2] ?? "" });
const list = (query: NonNullable<paths["/api/v2/pages/"]["get"]["parameters"]["query"]>) =>
  api.GET("/api/v2/pages/", { params: { query } });
const page = (id: number) => api.GET("/api/v2/pages/{id}/", { params: { path: { id } } });

async function main(): Promise<void> {
  const read: Record<string, unknown> = {};

  // 1–3: lists
  const all = found(await list({ limit: 5 }));
  read["total"] = all.meta.total_count;
  read["titles"] = all.items.map((item) => `${item.id} ${item.title} ${item.meta.locale}`);
  const french = found(await list({ locale: "fr", type: "news.NewsReleasePage", limit: 3, fields: "kind,lead,released_at" }));
  read["french"] = french.items.filter((item) => isA(item, "news.NewsReleasePage")).map((item) => item.kind ?? "");
  const statements = found(await list({ kind: "statement", locale: "en", order: "-first_published_at" }));
  read["statements"] = statements.items.map((item) => item.meta.slug);

  // 4–6: a release, its translation, and the page above it
  const release = found(await page(first(french.items).id));
  if (!isA(release, "news.NewsReleasePage")) {
    throw new Error(`${release.meta.type} is no release`);
  }
  const place: string | null = release.place?.title ?? null;
  const picture: number | undefined = release.hero_image?.renditions.card?.width;
  read["release"] = {
    kind: release.kind,
    place,
    picture: picture ?? null,
    regime: release.meta.regime.code,
    topics: release.topics.map((topic) => topic.title),
    speakers: release.speakers.map((speaker) => speaker.person?.title ?? speaker.role),
    blocks: release.body.map((block) => block.type),
    words: release.body.map(words),
    contacts: release.contacts.map((contact) => contact.value.email),
    corrections: release.corrections.map((correction) => correction.value.date),
  };
  const other = found(await page(first(release.meta.translations).id));
  read["translation"] = other.title;
  const above = release.meta.parent === null ? null : found(await page(release.meta.parent.id));
  read["above"] = above !== null && isA(above, "news.NewsIndexPage") ? above.lead : null;

  // 7–8: its translations as a list, and one that is not there
  const translations = found(await list({ translation_of: release.id }));
  read["translations"] = translations.items.map((item) => item.id);
  const missing = await page(999_999_999);
  read["missing"] = missing.error?.type.split("#")[1];

  // 9–10: an event, and the home page with its sections
  const events = found(await list({ type: "news.EventPage", locale: "en", fields: "slots,state", limit: 1 }));
  const event = found(await page(first(events.items).id));
  if (isA(event, "news.EventPage")) {
    read["event"] = {
      state: event.state,
      slots: event.slots.map((slot) => [slot.start, slot.end, slot.all_day]),
      programme: event.programme.map((item) => [item.value.time, item.value.title, item.value.speakers.length]),
      zone: event.time_zone,
    };
  }
  const home = found(await list({ type: "home.HomePage", locale: "en", fields: "sections" }));
  read["sections"] = home.items
    .filter((item) => isA(item, "home.HomePage"))
    .flatMap((item) => item.sections ?? [])
    .map((section) => {
      switch (section.type) {
        case "lead_story":
          return section.value.page?.title ?? null;
        case "latest":
        case "next_events":
          return section.value.count;
        case "featured_media":
          return section.value.videos.map((video) => video.title);
      }
    });

  // 11–12: from a path to a page
  const path = new URL(release.meta.html_url ?? "").pathname;
  const redirection = await api.GET("/api/v2/pages/find/", {
    params: { query: { html_path: path } },
    redirect: "manual",
  });
  read["find"] = [redirection.response.status, redirection.response.headers.get("Location")];
  const both = await api.GET("/api/v2/pages/find/", { params: { query: { html_path: path, id: release.id } } });
  read["find_both"] = both.error?.status;

  // 13–14: pictures
  const images = found(await api.GET("/api/v2/images/", { params: { query: { locale: "fr", limit: 1 } } }));
  const image = found(
    await api.GET("/api/v2/images/{id}/", {
      params: { path: { id: first(images.items).id }, query: { locale: "fr" } },
    }),
  );
  read["image"] = [image.alt, image.credit, image.renditions.hero?.url ?? null, image.focal_point?.x ?? null];

  // 15–16: documents
  const documents = found(await api.GET("/api/v2/documents/", { params: { query: { fields: "file_size" } } }));
  const document = found(
    await api.GET("/api/v2/documents/{id}/", {
      params: { path: { id: first(documents.items).id }, header: { "Accept-Language": "fr" } },
    }),
  );
  read["document"] = [document.extension, document.file_size, document.language, document.meta.locale];

  // 17–18: videos
  const videos = found(await api.GET("/api/v2/videos/", { params: { query: { locale: "en" } } }));
  const video = found(
    await api.GET("/api/v2/videos/{id}/", {
      params: { path: { id: first(videos.items).id }, query: { locale: "en" } },
    }),
  );
  read["video"] = [video.rights, video.duration_seconds, video.shotlist.map((shot) => shot.in_point)];

  // 19–24: the vocabulary
  const topics = found(await api.GET("/api/v2/topics/", { params: { query: { locale: "fr", order: "title" } } }));
  const topic = found(await api.GET("/api/v2/topics/{id}/", { params: { path: { id: first(topics.items).id } } }));
  read["topic"] = [topic.title, topic.description, topic.meta.translation_key];
  const people = found(await api.GET("/api/v2/people/", { params: { query: { locale: "en" } } }));
  const person = found(await api.GET("/api/v2/people/{id}/", { params: { path: { id: first(people.items).id } } }));
  read["person"] = [person.title, person.role, person.portrait?.meta.type ?? null];
  const places = found(await api.GET("/api/v2/places/", { params: { query: { locale: "en", fields: "country" } } }));
  const where = found(await api.GET("/api/v2/places/{id}/", { params: { path: { id: first(places.items).id } } }));
  read["place"] = [where.title, where.country, where.latitude];

  // 25–26: what keeps an answer, and what is wrong with a query
  const kept = await api.GET("/api/v2/topics/", {
    params: { query: { locale: "fr", order: "title" }, header: { "If-None-Match": await tag() } },
  });
  read["kept"] = kept.response.status;
  const wrong = await list({ limit: 1000 });
  read["wrong"] = [wrong.error?.parameter, wrong.error?.value, wrong.error?.allowed?.length];

  console.log(JSON.stringify(read));
}

async function tag(): Promise<string> {
  const answer = await api.GET("/api/v2/topics/", { params: { query: { locale: "fr", order: "title" } } });
  return answer.response.headers.get("ETag") ?? "";
}

await main();
