"""The Telegram bot. An update comes in, is kept, is handled in its turn, and its calls are made:

polling or webhook → inbox → lanes → handlers → reaction → sending
"""
