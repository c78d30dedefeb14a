-- The archive's tables, version 6. Times: *_utc columns are UTC to the second (2025-05-12T06:30:00Z) for
-- sorting; published and modified are ISO 8601 as the portal meant them, with its offset. captured,
-- first_seen, last_seen, started, finished, at are UTC in the same form. Booleans are 0 or 1.

create table portals (
    slug text primary key,
    name text not null,
    home text not null,
    region text not null,
    timezone text not null,
    rests integer not null default 0,   -- runs in a row that it gave nothing but trouble
    rest_until text,                    -- until then runs leave it alone
    rest_reason text
);

create table crawl_runs (
    id integer primary key,
    command text not null,              -- crawl, update, ingest, reextract, import-text
    portal text references portals(slug),
    program text not null,              -- kaltimcrawl/0.1.0
    started text not null,
    finished text,                      -- null: the run was killed, or still goes on
    status text not null,               -- running, finished, failed, stopped, killed, resting
    captures integer not null default 0,
    new integer not null default 0,
    revisions integer not null default 0,
    unchanged integer not null default 0,
    no_article integer not null default 0,
    failed integer not null default 0,
    stats text                          -- JSON: counters by name, area/what
);
create index crawl_runs_portal on crawl_runs(portal);

create table captures (
    id integer primary key,
    record_id text not null unique,     -- WARC-Record-ID of the response record
    url text not null,
    portal text references portals(slug),
    captured text not null,
    status integer not null,
    content_type text,
    payload_digest text,
    warc_file text not null,
    warc_offset integer not null,
    warc_length integer not null,
    run_id integer references crawl_runs(id),
    revisit_of text                     -- record_id of the capture whose payload this one has; null: its own
);
create index captures_url on captures(url);
create index captures_portal on captures(portal);
create index captures_captured on captures(captured);
create index captures_run_id on captures(run_id);

create table articles (
    id integer primary key,
    url text not null,                  -- as fetched
    canonical_url text not null,
    url_key text not null unique,       -- what all variants of the address share
    portal text not null references portals(slug),
    title text not null,
    subtitle text,
    text text not null,
    html text not null,                 -- sanitised
    section text,
    dateline text,
    authors text,                       -- names joined by ", "; one a row in bylines
    published text,
    published_utc text,
    published_raw text,
    published_precision text,           -- minute or day
    published_month text generated always as (substr(published, 1, 7)) virtual,
    modified text,
    modified_raw text,
    language text,
    is_advertorial integer not null default 0,
    signoff text,
    lead_image text,                    -- its address
    word_count integer not null,
    revisions integer not null default 1,
    first_seen text not null,
    last_seen text not null,
    capture_id integer references captures(id), -- the newest capture that held it; null: imported text
    agency text,
    advertorial_reason text,            -- as printed
    sponsor text,
    initials text,                      -- joined by ", "
    correction text,
    method text,                        -- what chose the body: rules, marks, generic, profile, jsonld, feed, rest, state, dump
    confidence real,                    -- 0 to 1; null: not estimated
    warnings text,                      -- JSON array of sentences
    certainty text generated always as (case
        when confidence >= 0.9 then 'high' when confidence >= 0.6 then 'medium' when confidence >= 0 then 'low'
    end) virtual,
    gone text                           -- since when it can't be had at its address; null: it can
);
create index articles_portal on articles(portal);
create index articles_section on articles(section);
create index articles_authors on articles(authors);
create index articles_published_month on articles(published_month);
-- desc, so that "newest first" meets articles of one minute by ascending id: the site's pages go on from an id
create index articles_published_utc on articles(published_utc desc);
create index articles_dateline on articles(dateline);
create index articles_capture_id on articles(capture_id);
create index articles_certainty on articles(certainty);
create index articles_gone on articles(gone) where gone is not null;

create table article_revisions (
    id integer primary key,
    article_id integer not null references articles(id),
    number integer not null,            -- 1 is the first seen
    seen text not null,                 -- when the page was captured
    digest text not null,               -- sha256 over title, subtitle and text: what makes a revision
    title text not null,
    subtitle text,
    text text not null,
    html text not null,
    published text,
    modified text,
    authors text,
    section text,
    tags text,                          -- JSON array
    provenance text not null,           -- JSON: field -> place, raw string, what other places say instead
    extractor text not null,            -- kaltimcrawl/0.1.0
    method text,                        -- as in articles, as are the two below
    confidence real,
    warnings text,
    unique (article_id, number)
);

create table revision_captures (        -- the pages that a revision was seen on, each time it was seen
    revision_id integer not null references article_revisions(id),
    seen text not null,                 -- one for all pages of an article; the first is the revision's
    position integer not null,
    capture_id integer references captures(id),  -- null: imported text
    primary key (revision_id, seen, position)
);
create index revision_captures_capture_id on revision_captures(capture_id);

create table bylines (
    id integer primary key,
    article_id integer not null references articles(id),
    position integer not null,
    name text not null,
    role text not null                  -- author, editor, photographer
);
create index bylines_article_id on bylines(article_id);
create index bylines_name on bylines(name);

create table tags (
    id integer primary key,
    name text not null unique
);

create table article_tags (
    article_id integer not null references articles(id),
    tag_id integer not null references tags(id),
    primary key (article_id, tag_id)
);
create index article_tags_tag_id on article_tags(tag_id);

create table images (
    id integer primary key,
    article_id integer not null references articles(id),
    position integer not null,          -- 0 is the lead image
    url text not null,
    caption text,
    credit text
);
create index images_article_id on images(article_id);

create table crawl_errors (
    id integer primary key,
    run_id integer references crawl_runs(id),
    portal text references portals(slug),
    url text,
    kind text not null,                 -- http, network, robots, extraction, size, ...
    message text not null,
    at text not null,
    capture_id integer references captures(id)
);
create index crawl_errors_run_id on crawl_errors(run_id);
create index crawl_errors_portal on crawl_errors(portal);
create index crawl_errors_capture_id on crawl_errors(capture_id);

create table frontier (                 -- what is known, due and tried
    url_key text primary key,
    url text not null,
    portal text not null references portals(slug),
    source text not null,               -- the door that named it first
    lastmod text,
    published text,
    title text,
    state text not null default 'due',  -- due, held, no article, failed, excluded, gone
    first_seen text not null,
    visited text,                       -- last try
    tries integer not null default 0,   -- failed ones in a row
    status integer,                     -- of the last try, null where nothing answered
    next_visit text,                    -- when a visited address is to be asked again; null: not at all
    changes integer not null default 0  -- visits that found another text
);
create index frontier_due on frontier(portal, state, coalesce(published, lastmod) desc);
create index frontier_visits on frontier(portal, state, next_visit);

create table doors (                    -- where a portal names its articles
    id integer primary key,
    portal text not null references portals(slug),
    url text not null,
    kind text not null,                 -- feed, sitemap, rest, listing, home, link
    asked text,                         -- last answered, "not modified" included
    changed text,                       -- last named an address that was unknown
    waits integer,                      -- seconds until an update asks it again
    total integer,                      -- articles it says that the portal has; null where it doesn't say
    unique (portal, url)
);

create table frontier_doors (           -- the doors that named an address
    url_key text not null references frontier(url_key),
    door_id integer not null references doors(id),
    lastmod text,                       -- last change as that door tells it
    first_seen text not null,
    primary key (url_key, door_id)
) without rowid;
create index frontier_doors_door_id on frontier_doors(door_id);

create table aliases (                  -- addresses that lead to an article whose own is another
    url_key text primary key,
    url text not null,
    kept text not null,                 -- url_key of the article's own address
    reason text not null,               -- redirect, canonical, part
    first_seen text not null
);
create index aliases_kept on aliases(kept);

create table witnesses (                -- copies of an article's text that a feed or WordPress REST brought
    url_key text not null,
    kind text not null,                 -- feed, rest
    html text not null,                 -- as the door printed it
    title text,
    published text,                     -- UTC
    seen text not null,                 -- when the door was captured
    record_id text,                     -- of the door's capture
    primary key (url_key, kind)
);

create table article_events (           -- articles that went, and those that came back
    id integer primary key,
    article_id integer not null references articles(id),
    at text not null,
    event text not null,                -- gone, back
    reason text not null,               -- 404, 410, front page, soft 404, ...
    capture_id integer references captures(id)
);
create index article_events_article_id on article_events(article_id);
create index article_events_capture_id on article_events(capture_id);

create table robots (                   -- hosts' rules, used for a day at most (RFC 9309, section 2.4)
    netloc text primary key,            -- host, and port where it has one
    fetched text not null,
    body blob                           -- null: the host has none
);

create table host_rests (               -- hosts that are not to be asked for a while, as they told a run
    host text primary key,              -- without port, and without www.
    until text not null
);

create table validators (               -- what a conditional request needs (RFC 9110, section 13)
    url text primary key,
    etag text,
    last_modified text,
    captured text not null
);

create table profile_pages (            -- the sample of articles that a portal's profile is learned from
    portal text not null references portals(slug),
    rank integer not null,              -- a lottery that the key decides: the lowest 1000 stay
    url_key text not null,
    captured integer not null,          -- seconds since 1970, UTC; 0 where that isn't known
    paths text not null,                -- JSON: where body, title, date and byline stand
    lines blob not null,                -- n hashes of 8 bytes, then n sizes of 2, big-endian
    primary key (portal, rank)
) without rowid;

create virtual table articles_fts using fts5 (
    title, text, content='articles', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
);
create trigger articles_fts_insert after insert on articles begin
    insert into articles_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
create trigger articles_fts_delete after delete on articles begin
    insert into articles_fts (articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
end;
create trigger articles_fts_update after update of title, text on articles
when old.title is not new.title or old.text is not new.text begin
    insert into articles_fts (articles_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
    insert into articles_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
