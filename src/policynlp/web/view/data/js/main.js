// Start: the listeners first, then the first document. The card takes its room before the table scrolls.
startDetails();
startPanels();
startFilters();
startTable();
startTableKeys();
startText();
startCharts();
translatePage();
showPane(wide.matches ? "claims" : "text");
if (data.documents.length) openDocument(0);
document.documentElement.dataset.ready = "1";
