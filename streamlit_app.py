"""The frame of the app: page setup, navigation, footer; no data and no arithmetic."""

from lib import ui

ui.frame()
