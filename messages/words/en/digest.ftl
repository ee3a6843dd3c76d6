# What waited, in one message
digest-title =
    { $count ->
        [one] { $count } thing for you
       *[other] { $count } things for you
    }
digest-release = *{ $code }* { $headline }
digest-links-until = ⏳ Links count until { $moment }
digest-announcement = *{ $code }* { $text }
digest-nudge = ⏳ *{ $code }*: the last links are taken { $deadline }
digest-how = Press or type a code to read it.
