"""Every command of the program: a function with its keys and its sentence, in the module of its subject.

Imports no Textual: `fenttui check` and the table of keys read the commands, too.
"""
