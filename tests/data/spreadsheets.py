#!/usr/bin/python3
"""Make google-forms.xlsx and google-forms.ods again from google-forms.csv, as people's programs would.

What a spreadsheet takes for a number or a date when it opens the CSV is one here too. Needs openpyxl, and
LibreOffice for the second; neither is needed to build or to test. Run it in this folder."""
import csv
import datetime
import re
import subprocess

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Réponses au formulaire 1"
for line in csv.reader(open("google-forms.csv", encoding="utf-8", newline="")):
    cells = []
    for text in line:
        if re.fullmatch(r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d", text):
            cells.append(datetime.datetime.strptime(text, "%d/%m/%Y %H:%M:%S"))
        elif re.fullmatch(r"[1-9]\d*", text):
            cells.append(int(text))
        else:
            cells.append(text or None)
    sheet.append(cells)
for row in sheet.iter_rows():
    for cell in row:
        if cell.data_type == "f":  # a form's answer that begins with "="
            cell.data_type = "s"
for cell in sheet["A"][1:]:
    cell.number_format = "dd/mm/yyyy hh:mm:ss"
notes = book.create_sheet("Notes")
notes["B2"] = "Relancer avant le 15"
hidden = book.create_sheet("Listes")
hidden["A1"] = "Oui"
hidden.sheet_state = "hidden"
book.save("google-forms.xlsx")
subprocess.run(["soffice", "--headless", "--convert-to", "ods", "google-forms.xlsx"], check=True)
