"""Pictures: what they show (`pictures.py`), who asks for them (`studio.py`), who draws (`drawing.py`).

Drawing happens in a process of its own, for matplotlib takes half a second to import, 70 MB to keep and
70 ms of CPU a picture: none of that may hold up a set being logged. Nothing imported from here by the
bot itself imports matplotlib. What a picture says is put into words by `bot/views`.
"""
