import sanitizeHtml from "sanitize-html";

/** How links and images of foreign HTML are resolved. */
export interface ForeignReferences {
  /** A data: URI for an image's source, or null if it cannot be embedded. */
  readonly image: (source: string) => string | null;
  /** Where a link within the notebook ("#Heading") leads: an id of the page. */
  readonly anchor: (name: string) => string;
}

/** Marks ids that we have given ourselves; foreign text never holds it, see TrustedFragments. */
export const ownId = "\uE001";

/**
 * Foreign HTML made harmless, for showing it inside our page. It is reduced to a list of known elements, attributes and
 * styles: no scripts, event handlers, frames, forms, style sheets or javascript: URLs, no image from the network, no id
 * or class that could pass for the page's own, no style that could leave its place and cover others. A sandboxed frame
 * would hold the rest, but could neither have the page's width and colours nor the height of its content without a
 * script of its own. The page's Content-Security-Policy, which lets only our own scripts run, is the second wall.
 */
export function sanitizeForeignHtml(html: string, references: ForeignReferences): string {
  return sanitizeHtml(html, {
    allowedTags,
    allowedAttributes: {
      "*": ["id", "class", "style", "title", "lang", "dir", "align", "aria-label"],
      a: ["href", "rel"],
      img: ["src", "alt", "width", "height"],
      ...Object.fromEntries(
        ["audio", "video"].map((tag) => [tag, ["src", "controls", "loop", "width", "height"]]),
      ),
      source: ["src", "type"],
      ...Object.fromEntries(
        ["td", "th", "col", "colgroup"].map((tag) => [tag, ["colspan", "rowspan", "scope", "span"]]),
      ),
      details: ["open"],
      ol: ["start", "type", "reversed"],
      li: ["value"],
      time: ["datetime"],
    },
    allowedClasses: { "*": ["alert", "alert-info", "alert-success", "alert-warning", "alert-danger"] },
    allowedStyles: { "*": allowedStyles },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: Object.fromEntries(
      ["img", "audio", "video", "source"].map((tag) => [tag, ["data"]]),
    ),
    allowedSchemesAppliedToAttributes: ["href", "src"],
    allowProtocolRelative: false,
    // What stood between tags that were removed stays, but for those whose content is no text.
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "template", "title", "iframe", "xmp"],
    transformTags: {
      "*": (tagName, attribs) => ({ tagName, attribs: withPageId(attribs) }),
      a: (tagName, attribs) => ({ tagName, attribs: link(attribs, references) }),
      img: (_, attribs) => image(attribs, references),
      audio: (tagName, attribs) => ({ tagName, attribs: embedded(attribs) }),
      video: (tagName, attribs) => ({ tagName, attribs: embedded(attribs) }),
      source: (tagName, attribs) => ({ tagName, attribs: embedded(attribs) }),
    },
  });
}

const allowedTags =
  `a abbr address article aside audio b bdi bdo blockquote br caption center cite code col colgroup data dd
  del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre
  q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul
  var video wbr`.split(/\s+/);

/** A value that cannot load anything or hide what it does. */
const plainValue = /^(?!.*(?:url|image|image-set|expression|element|attr)\s*\()[^\\<>@{};]*$/i;
const notNegative = /^(?!.*(?:-\d|calc|\())[^\\<>@{};]*$/i;
const inFlow =
  /^(?:block|inline|inline-block|table|table-row|table-cell|flex|inline-flex|grid|none|list-item)$/i;

const allowedStyles: Record<string, RegExp[]> = Object.fromEntries([
  ...`color background background-color text-align vertical-align text-decoration text-transform text-indent font font-family
    font-size font-style font-weight font-variant line-height letter-spacing white-space word-break overflow-wrap opacity border
    border-top border-right border-bottom border-left border-color border-style border-width border-radius border-collapse
    border-spacing list-style-type caption-side table-layout overflow overflow-x overflow-y max-width max-height min-width
    min-height width height float clear justify-content align-items flex-direction flex-wrap gap`
    .split(/\s+/)
    .map((name) => [name, [plainValue]]),
  ...`margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left`
    .split(/\s+/)
    .map((name) => [name, [notNegative]]),
  ["display", [inFlow]],
]);

type Attributes = Record<string, string>;

/** Foreign ids get a prefix, so that none is the same as one of ours. */
function withPageId(attributes: Attributes): Attributes {
  const { id, name, ...rest } = attributes;
  const given = id ?? name;
  if (given === undefined) return rest;
  return { ...rest, id: given.startsWith(ownId) ? given.slice(ownId.length) : foreignId(given) };
}

/** The page's id for an id of the notebook's own HTML. */
export function foreignId(id: string): string {
  return `notebook-${id}`;
}

function link(attributes: Attributes, references: ForeignReferences): Attributes {
  const { href } = attributes;
  if (href?.startsWith("#")) return { ...attributes, href: `#${references.anchor(href.slice(1))}` };
  return href === undefined ? attributes : { ...attributes, rel: "noopener noreferrer" };
}

/** An image that cannot be embedded becomes a link to where it is. */
function image(attributes: Attributes, references: ForeignReferences): sanitizeHtml.Tag {
  const { src = "", alt = "", width, height, style, title } = attributes;
  const embedded = isMedia(src) ? src : references.image(src);
  const rest = Object.fromEntries(
    Object.entries({ alt, width, height, style, title }).filter(([, value]) => value !== undefined),
  );
  if (embedded !== null) return { tagName: "img", attribs: { ...(rest as Attributes), src: embedded } };
  const text = `[${alt === "" ? "image" : alt}]`;
  return { tagName: "a", attribs: { href: src, rel: "noopener noreferrer" }, text };
}

function embedded(attributes: Attributes): Attributes {
  const { src, ...rest } = attributes;
  return src !== undefined && isMedia(src) ? { ...rest, src } : rest;
}

function isMedia(source: string): boolean {
  return /^data:(?:image|audio|video)\/[\w.+-]+[;,]/i.test(source);
}
