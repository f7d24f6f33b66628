"""Writes notebook-canonical.json: a notebook as an editor might leave it, and as the nbformat package writes it.

Run with Debian 12's python3 (nbformat 5.5.0): /usr/bin/python3 test/reference/notebook-canonical.py
"""

import json
import pathlib

import nbformat

notebook = {
    "nbformat": 4,
    "nbformat_minor": 5,
    "metadata": {"zeta": 1, "alpha": {"b": [], "a": {}, "10": 1, "9": 2, "#": None}},
    "cells": [
        {"cell_type": "markdown", "id": "m-1", "metadata": {}, "source": "# Größe\n\n\"µs\" \\ \u2028 end"},
        {"cell_type": "raw", "id": "raw_1", "metadata": {"trusted": True}, "source": ["one\n", "two"]},
        {
            "cell_type": "code",
            "id": "c1",
            "metadata": {"tags": ["x"], "collapsed": False},
            "execution_count": 3,
            "source": "const a = 1;\r\nconst b = 2;\r\ta\n\na",
            "outputs": [
                {"output_type": "stream", "name": "stdout", "text": "a\nb\x0bc\rd\x85e\n"},
                {
                    "output_type": "display_data",
                    "metadata": {"image/png": {"width": 10}},
                    "data": {
                        "text/html": "<b>\n</b>",
                        "image/svg+xml": "<svg>\n</svg>\n",
                        "image/png": "aGVs\nbG8=\n",
                        "application/json": {"b": ["x\n", "y"], "a": 1.5},
                        "application/vnd.plotly.v1+json": {"data": [{"y": [1, 2.25, None]}], "layout": {}},
                    },
                },
                {"output_type": "execute_result", "metadata": {}, "data": {"text/plain": ""}, "execution_count": 3},
                {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["l1\nl2", "l3"]},
            ],
        },
        {"cell_type": "code", "id": "c2", "metadata": {}, "execution_count": None, "source": "", "outputs": []},
    ],
}

messy = json.dumps(notebook)
written = nbformat.writes(nbformat.reads(messy, as_version=4)) + "\n"
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(
    json.dumps({"tool": f"nbformat {nbformat.__version__}", "input": messy, "output": written}, indent=1) + "\n"
)
