-- What the profile of each portal is learned from: a sample of its articles, each as hashes of its lines.

create table profile_pages (
    portal text not null references portals(slug),
    rank integer not null,
    url_key text not null,
    captured integer not null,
    paths text not null,
    lines blob not null,
    primary key (portal, rank)
) without rowid;
