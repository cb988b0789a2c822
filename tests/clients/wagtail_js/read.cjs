// Reads a running newsroom with wagtail-js as its README shows it, and prints what it got as one JSON object.
// node read.cjs main http://localhost:8000; or "tree" for what asks for the tree and for words.

const { CMSClient } = require("wagtail-js");

async function main(baseURL) {
  const client = new CMSClient({ baseURL, apiPath: "/api/v2" });
  const got = {};

  got.pages = await client.fetchPages({ limit: 10 });
  got.releases = await client.fetchPages({
    type: "news.NewsReleasePage",
    locale: "fr",
    order: "-first_published_at",
    fields: ["lead", "hero_image"],
    limit: 3,
    offset: 0,
  });
  const first = got.releases.items[0];
  got.pageById = await client.fetchPage(first.id);
  got.pageBySlug = await client.fetchPage(first.meta.slug);
  got.translations = await client.fetchPages({ translation_of: first.id });
  got.missingPage = await client.fetchPage(999999);
  got.missingSlug = await client.fetchPage("no-such-page");

  got.images = await client.fetchImages({ limit: 5 });
  got.image = await client.fetchImage(got.images.items[0].id);
  got.missingImage = await client.fetchImage(999999);
  got.documents = await client.fetchDocuments({ limit: 3 });
  got.document = await client.fetchDocument(got.documents.items[0].id);

  got.media = [];
  for (const item of [...got.images.items, got.image, got.pageById.hero_image, ...got.documents.items, got.document]) {
    const address = client.getMediaSrc(item.meta);
    const answer = await fetch(address);
    const content = await answer.arrayBuffer();
    got.media.push({ address, status: answer.status, type: answer.headers.get("content-type"), bytes: content.byteLength });
  }
  return got;
}

async function tree(baseURL) {
  const client = new CMSClient({ baseURL, apiPath: "/api/v2" });
  const sections = await client.fetchPages({ type: "news.NewsIndexPage", limit: 1 });
  const below = await client.fetchPages({ child_of: sections.items[0].id, limit: 2 });
  const word = below.items[0].title.split(" ")[0];
  const found = await client.fetchPages({ search: word, search_operator: "and", limit: 2 });
  return { below, found };
}

// The client logs to the console what it could not read; the answer is alone on standard output.
for (const name of ["log", "group", "warn", "info"]) console[name] = (...words) => process.stderr.write(words.join(" ") + "\n");
({ main, tree })[process.argv[2]](process.argv[3]).then((got) => process.stdout.write(JSON.stringify(got)));
