-- Which doors named an address and when each is asked again; when an address is visited again; addresses that
-- turned out to be another's; copies of a text that a door brought; articles that went and came back.

create table doors (                    -- where a portal names its articles
    id integer primary key,
    portal text not null references portals(slug),
    url text not null,
    kind text not null,                 -- feed, sitemap, rest, listing, home
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

alter table articles add column gone text;
create index articles_gone on articles(gone) where gone is not null;
alter table captures add column revisit_of text;
alter table frontier add column next_visit text;
alter table frontier add column changes integer not null default 0;
create index frontier_visits on frontier(portal, state, next_visit);
alter table portals add column rests integer not null default 0;
alter table portals add column rest_until text;
alter table portals add column rest_reason text;
