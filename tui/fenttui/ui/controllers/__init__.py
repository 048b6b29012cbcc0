"""One controller for each thing that keys change; each knows its widgets, the workspace and its host."""
