"""Reads a file of an export with other people's code and prints it as JSON, for the tests in C++.

csv FILE: the lines, by Python's csv. xlsx FILE: by sheet, each cell with openpyxl's type letter
(s text, n number, f formula) and its value.
"""
import csv
import json
import sys

import openpyxl


def read_csv(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file, strict=True))


def read_xlsx(path):
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            [[cell.data_type, cell.value] for cell in row] for row in sheet.iter_rows()
        ]
        for sheet in book
    }


json.dump({"csv": read_csv, "xlsx": read_xlsx}[sys.argv[1]](sys.argv[2]), sys.stdout)
