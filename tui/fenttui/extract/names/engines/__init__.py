"""What finds the names of actors: the program's own recognizer, or an engine that another package brings."""
