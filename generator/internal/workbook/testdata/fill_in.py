"""Fills in a sheet as a person does in LibreOffice: opens it, types into cells,
saves it as .xlsx. Driven by libreoffice_test.go.

usage: fill_in.py PIPE IN OUT < JSON list of [sheet, cell, what is typed]
"""
import json
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def property_value(name, value):
    p = PropertyValue()
    p.Name, p.Value = name, value
    return p


def connect(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(300):  # it takes a moment to start
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    sys.exit("LibreOffice does not answer")


pipe, source, target = sys.argv[1:]
edits = json.load(sys.stdin)
desktop = connect(pipe).ServiceManager.createInstance("com.sun.star.frame.Desktop")
document = desktop.loadComponentFromURL(pathlib.Path(source).as_uri(), "_blank", 0, (property_value("Hidden", True),))
for sheet, cell, typed in edits:
    c = document.Sheets.getByName(sheet).getCellRangeByName(cell)
    if c.CellProtection.IsLocked:
        sys.exit(f"{sheet}!{cell} is locked")
    c.FormulaLocal = typed
document.storeToURL(pathlib.Path(target).as_uri(), (property_value("FilterName", "Calc MS Excel 2007 XML"),))
document.close(True)
desktop.terminate()
