"""The reader: layout, motions and marks without a screen, and the widget that paints them."""
