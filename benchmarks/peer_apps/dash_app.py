"""One chart and one choice in Dash."""
# mypy: ignore-errors

import os
import sys

import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dcc, html

rows = pd.read_csv(os.environ["PEER_ROWS"], dtype={"county": str})
years = sorted(rows["year"].unique().tolist())
app = Dash(__name__, compress=False)
app.layout = html.Div(
    [
        dcc.RadioItems(years, years[0], id="year", inline=True),
        dcc.Graph(id="chart"),
        html.Div(id="sum"),
    ]
)


@app.callback(Output("chart", "figure"), Output("sum", "children"), Input("year", "value"))
def draw(year: int) -> tuple:
    """The chart of a year and its sum."""
    shown = rows[rows["year"] == year]
    figure = px.bar(shown, x="county", y="sites")
    figure.update_xaxes(type="category")
    return figure, f"{year}: {shown['sites'].sum()} sites"


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
