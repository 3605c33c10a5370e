"""The frozen nouns of training. What was asked (`Prescription`) and what was done (`LoggedSet`) never mix.

Rules are not here (`core/training`), nor how the nouns are kept (`core/store`).
"""
