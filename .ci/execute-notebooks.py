"""Executes notebooks with nbclient, two at a time, each in its own folder as JupyterLab does.

Usage: execute-notebooks.py KERNEL OUTPUT_FOLDER NOTEBOOK…
"""
import asyncio
import os
import sys

import nbformat
from nbclient import NotebookClient

kernel, output_folder, *notebooks = sys.argv[1:]
os.makedirs(output_folder, exist_ok=True)


async def execute(path, slots):
    async with slots:
        notebook = nbformat.read(path, as_version=4)
        resources = {"metadata": {"path": os.path.dirname(os.path.abspath(path))}}
        client = NotebookClient(notebook, kernel_name=kernel, timeout=300, startup_timeout=120, resources=resources)
        await client.async_execute()
        nbformat.write(notebook, os.path.join(output_folder, os.path.basename(path)))


async def main():
    slots = asyncio.Semaphore(2)
    results = await asyncio.gather(*(execute(path, slots) for path in notebooks), return_exceptions=True)
    for path, result in zip(notebooks, results):
        if result is not None:
            print(f"{path}: {result}", file=sys.stderr)
    return any(result is not None for result in results)


sys.exit(asyncio.run(main()))
