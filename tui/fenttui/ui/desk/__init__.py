"""What is done at the reading screen: the list, finding, writing notes, and what is offered beside."""
