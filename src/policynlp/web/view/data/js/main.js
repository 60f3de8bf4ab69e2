// Start: the listeners first, then the first document.
startPanels();
startFilters();
startTable();
startTableKeys();
startText();
startDetails();
startCharts();
translatePage();
if (data.documents.length) openDocument(0);
showPane(wide.matches ? "claims" : "text");
document.documentElement.dataset.ready = "1";
