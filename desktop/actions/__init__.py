"""The actions of the program: a file for each menu, and the table they make together."""
