-- What hosts' robots.txt said, so that an update needn't ask for it each time.

create table robots (                   -- hosts' rules, used for a day at most (RFC 9309, section 2.4)
    netloc text primary key,            -- host, and port where it has one
    fetched text not null,
    body blob                           -- null: the host has none
);
