-- Until when hosts asked to be left alone, so that the next run leaves them alone too.

create table host_rests (               -- hosts that are not to be asked for a while, as they told a run
    host text primary key,              -- without port, and without www.
    until text not null
);
