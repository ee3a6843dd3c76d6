# The menu of commands: the word to type, and what it does
menu-help = What you can do here
    .word = help
