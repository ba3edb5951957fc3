// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/asana/asanaevent.h"
#include "models/sources/datafold/datafoldevent.h"
#include "models/sources/nected/nectedevent.h"
#include "models/sources/paradime/paradimeevent.h"
#include "models/sources/secoda/secodaevent.h"
#include "models/sources/source.h"
#include "models/table/jsontreemodel.h"
#include "models/table/relatedqueries.h"
#include "models/table/textparts.h"
#include "tests/runner/testclass.h"
#include "views/inspector/detailview.h"
#include "views/inspector/fielddelegate.h"
#include "views/inspector/inspectorpane.h"
#include "views/inspector/loadingveil.h"
#include "views/inspector/longtextedit.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QFile>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>
#include <QTreeView>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// The first row of a vendor's fixture, as the source reads it.
EventRecord firstRecord(Vendor vendor, const QString &fixture, const QStringList &place)
{
    QFile file(QStringLiteral(TRAILGLASS_FIXTURES) + u'/' + fixture);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(fixture));
    QJsonValue value = QJsonDocument::fromJson(file.readAll()).object();
    for (const QString &step : place)
        value = value.toObject().value(step);
    const QByteArray json = QJsonDocument(value.toArray().at(0).toObject()).toJson(QJsonDocument::Compact);
    const std::string_view row(json.constData(), static_cast<std::size_t>(json.size()));
    const auto event = [&]() -> Result<Event> {
        switch (vendor) {
        case Vendor::Asana:
            return readAsanaEvent(row, SourceSettings());
        case Vendor::Secoda:
            return readSecodaEvent(row);
        case Vendor::Datafold:
            return readDatafoldEvent(row);
        case Vendor::Paradime:
            return readParadimeEvent(row);
        case Vendor::Nected:
            return readNectedEvent(row);
        }
        return Error{};
    }();
    if (!event)
        qFatal("unreadable: %s", qPrintable(event.error().message));
    EventRecord record;
    record.row = RowId{1};
    record.source = "team";
    record.vendor = vendor;
    record.received = UtcMicros{1'763'629'000'000'001};
    record.event = *event;
    record.event.raw = json.toStdString();
    return record;
}

EventRecord withRaw(std::string raw)
{
    EventRecord record = firstRecord(Vendor::Asana, u"asana/page.json"_s, {u"data"_s});
    record.event.raw = std::move(raw);
    return record;
}

} // namespace

class InspectorPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAnEventWhileThereIsNone();
    void showsEveryVendorsEvent_data();
    void showsEveryVendorsEvent();
    void filtersByALeafOfTheTree();
    void filtersAndCopiesAField();
    void stepsThroughMatches();
    void doesNothingWithTheEventBeforeWhileTheNextIsAwaited();
    void aSlowEventTakesTheKeyboardFromNobody_data();
    void aSlowEventTakesTheKeyboardFromNobody();
    void saysAfterAMomentThatAnEventIsRead();
    void copiesTheJsonAsReceived();
    void showsMarkupAndBidiAsTheyAre();
    void showsALargeEventInPortions();
    void noTextSizesThePane_data();
    void noTextSizesThePane();
    void saysWhoDidWhatFirstAndIdsLast();
    void copiesPathsAndSubtrees();
    void opensAndClosesTheWholeTree();
    void theHeaderTakesTwoLinesOfAWidePane();
    void saysThatAnEventIsNotInTheResultAndMovesNothing_data();
    void saysThatAnEventIsNotInTheResultAndMovesNothing();
    void namesOfFieldsAreWhole();
    void fieldsHaveTheHeightOfAWidePane();
    void saysAloudThatAFieldHasNoValue();
    void showsEventsAsWasChosen();
};

void InspectorPaneTest::asksForAnEventWhileThereIsNone()
{
    InspectorPane pane;
    pane.show();

    // Panes inside have signs of their own, which are not seen now.
    const auto shown = [&pane](const QString &name) {
        for (const QLabel *label : pane.findChildren<QLabel *>(name)) {
            if (label->isVisible())
                return label->text();
        }
        return QString();
    };
    QCOMPARE(shown(u"emptyTitle"_s), u"Select an event"_s);
    pane.showError(u"<b>gone</b>"_s);
    QCOMPARE(shown(u"emptyText"_s), u"<b>gone</b>"_s);
    QVERIFY(!pane.findChild<QTreeView *>(u"jsonTree"_s)->isVisible());
}

void InspectorPaneTest::showsEveryVendorsEvent_data()
{
    QTest::addColumn<int>("vendor");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("place");
    QTest::addColumn<QString>("origin"); // of the action

    const auto row = [](Vendor vendor, const QString &file, const QStringList &place, const QString &origin) {
        QTest::newRow(name(vendor).data()) << static_cast<int>(vendor) << file << place << origin;
    };
    row(Vendor::Asana, u"asana/page.json"_s, {u"data"_s}, u"@event_type"_s);
    row(Vendor::Secoda, u"secoda/audit-logs-page.json"_s, {u"results"_s}, u"@activity_type"_s);
    row(Vendor::Datafold, u"datafold/answer.json"_s, {u"logs"_s}, u"@action"_s);
    row(Vendor::Paradime, u"paradime/answer.json"_s, {u"data"_s, u"getAuditLogs"_s, u"auditLogs"_s},
        u"@eventType"_s);
    row(Vendor::Nected, u"nected/nected-search-example.json"_s, {u"data"_s}, u"@event"_s);
}

void InspectorPaneTest::showsEveryVendorsEvent()
{
    QFETCH(const int, vendor);
    QFETCH(const QString, file);
    QFETCH(const QStringList, place);
    QFETCH(const QString, origin);
    const EventRecord record = firstRecord(static_cast<Vendor>(vendor), file, place);
    InspectorPane pane;
    pane.resize(420, 640);
    pane.show();

    pane.showRecord(record);

    QVERIFY(pane.findChild<QLabel *>(u"eventSentence"_s)
                ->text()
                .contains(QString::fromStdString(record.event.action)));
    const auto *fields = pane.findChild<QTreeView *>(u"fieldList"_s)->model();
    const auto found = fields->match(fields->index(0, 0), Qt::DisplayRole, u"action"_s, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().data(Qt::UserRole + 2).toString(), origin);
    QCOMPARE_GE(pane.findChild<QTreeView *>(u"jsonTree"_s)->model()->rowCount(), 8);
    QVERIFY(pane.findChild<LongTextEdit *>(u"rawText"_s)->toPlainText().startsWith(u"{\n  \""_s));
}

void InspectorPaneTest::filtersByALeafOfTheTree()
{
    InspectorPane pane;
    pane.show();
    pane.setTab(InspectorPane::JsonTab);
    pane.showRecord(withRaw(R"({"details":{"new value":"admin"}})"));
    QSignalSpy filtered(&pane, &InspectorPane::filterRequested);
    QSignalSpy column(&pane, &InspectorPane::columnRequested);
    auto *tree = pane.findChild<QTreeView *>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());

    tree->setCurrentIndex(*model->seek({0, 0}));
    QTest::keyClick(tree, Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(tree, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier | Qt::AltModifier);

    QCOMPARE(filtered.size(), 1);
    QCOMPARE(filtered.first().at(0).value<FilterEdit>(), FilterEdit::Exclude);
    QCOMPARE(column.size(), 1);
    QCOMPARE(column.first().first().toString(), u"@details.\"new value\""_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"@details.\"new value\":=admin"_s);
}

void InspectorPaneTest::filtersAndCopiesAField()
{
    InspectorPane pane;
    pane.show();
    pane.showRecord(withRaw("{}"));
    QSignalSpy filtered(&pane, &InspectorPane::filterRequested);
    auto *list = pane.findChild<QTreeView *>(u"fieldList"_s);
    const auto found = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, u"actor.email"_s, 1,
                                            Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().data(Qt::UserRole + 2).toString().isEmpty()); // the JSON has it nowhere

    list->setCurrentIndex(found.first());
    QTest::keyClick(list, Qt::Key_I, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);

    QCOMPARE(filtered.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"gregsanchez@example.com"_s);
}

void InspectorPaneTest::stepsThroughMatches()
{
    InspectorPane pane;
    pane.show();
    pane.setTab(InspectorPane::JsonTab);
    pane.showRecord(withRaw(R"({"a":[0,{"Deep":1}],"b":"deeper"})"));
    auto *search = pane.findChild<QLineEdit *>(u"jsonSearch"_s);
    auto *tree = pane.findChild<QTreeView *>(u"jsonTree"_s);
    const auto *position = pane.findChild<QLabel *>(u"jsonSearchPosition"_s);

    search->setText(u"DEEP"_s);
    QTRY_COMPARE(position->text(), u"1/2"_s);
    QCOMPARE(tree->currentIndex().data().toString(), u"Deep"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(tree->currentIndex().data().toString(), u"b"_s);
    QCOMPARE(position->text(), u"2/2"_s);
    QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(position->text(), u"1/2"_s);
}

void InspectorPaneTest::doesNothingWithTheEventBeforeWhileTheNextIsAwaited()
{
    InspectorPane pane;
    pane.showRecord(withRaw(R"({"a":1,"b":1})"));
    auto *tree = pane.findChild<QTreeView *>(u"jsonTree"_s);
    tree->setCurrentIndex(tree->model()->index(0, 0));
    const auto isAnyEnabled = [&pane] {
        const QList<QAction *> actions = pane.findChildren<QAction *>(u"copyValue"_s);
        return std::ranges::any_of(actions, &QAction::isEnabled);
    };
    QVERIFY(isAnyEnabled());

    pane.setLoading();
    QVERIFY(!isAnyEnabled());
    tree->setCurrentIndex(tree->model()->index(1, 0));
    QVERIFY(!isAnyEnabled());

    pane.showRecord(withRaw(R"({"a":2,"b":2})"));
    QVERIFY(isAnyEnabled());
}

void InspectorPaneTest::aSlowEventTakesTheKeyboardFromNobody_data()
{
    QTest::addColumn<int>("tab");
    QTest::addColumn<QString>("place"); // object name
    QTest::newRow("fields") << static_cast<int>(InspectorPane::FieldsTab) << u"fieldList"_s;
    QTest::newRow("a search in the JSON") << static_cast<int>(InspectorPane::JsonTab) << u"jsonSearch"_s;
    QTest::newRow("the tree") << static_cast<int>(InspectorPane::JsonTab) << u"jsonTree"_s;
    QTest::newRow("related events") << static_cast<int>(InspectorPane::RelatedTab) << u"relatedList"_s;
    QTest::newRow("a button") << static_cast<int>(InspectorPane::RelatedTab) << u"relatedReplaceButton"_s;
    QTest::newRow("the vendor's history") << static_cast<int>(InspectorPane::RelatedTab) << u"detailFetch"_s;
}

/// F8 leads to the next event from any pane, and its record may take its time.
void InspectorPaneTest::aSlowEventTakesTheKeyboardFromNobody()
{
    QFETCH(const int, tab);
    QFETCH(const QString, place);
    InspectorPane pane;
    pane.resize(420, 640);
    connect(&pane, &InspectorPane::relatedRequested, &pane, [&pane] {
        pane.showRelated(relatedQueries(*pane.record()));
        pane.details().offer(u"Asana"_s);
    });
    pane.setTab(static_cast<InspectorPane::Tab>(tab));
    pane.showRecord(withRaw(R"({"a":1})"));
    pane.show();
    pane.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto *widget = pane.findChild<QWidget *>(place);
    widget->setFocus();
    QCOMPARE(QApplication::focusWidget(), widget);

    const QSignalSpy filtered(&pane, &InspectorPane::replaceRequested);
    const QSignalSpy fetched(&pane.details(), &DetailView::fetchRequested);
    pane.setLoading();
    QTRY_VERIFY(pane.findChild<LoadingVeil *>()->isVisible());
    QCOMPARE(QApplication::focusWidget(), widget);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        button->click(); // of the event before: nothing may happen
    QVERIFY(filtered.isEmpty() && fetched.isEmpty());

    pane.showRecord(withRaw(R"({"a":2})"));
    QVERIFY(!pane.findChild<LoadingVeil *>()->isVisible());
    QCOMPARE(QApplication::focusWidget(), widget);
    QVERIFY(widget->isEnabled());
}

void InspectorPaneTest::saysAfterAMomentThatAnEventIsRead()
{
    InspectorPane pane;
    pane.resize(420, 640);
    pane.show();
    const auto *content = pane.findChild<QWidget *>(u"inspectorTabs"_s);
    pane.showRecord(withRaw("{}"));
    const auto *veil = pane.findChild<LoadingVeil *>();
    pane.setLoading();
    QVERIFY(!veil->isVisible()); // most events are there at once
    QTRY_VERIFY(veil->isVisible());
    QCOMPARE(veil->geometry(), veil->parentWidget()->rect());
    QVERIFY(content->isVisible());
    QCOMPARE(veil->findChild<QLabel *>(u"emptyTitle"_s)->text(), u"Reading the event…"_s);
    pane.resize(360, 500);
    QTRY_COMPARE(veil->geometry(), veil->parentWidget()->rect());
    pane.clear();
    QVERIFY(veil->isHidden());
}

void InspectorPaneTest::copiesTheJsonAsReceived()
{
    const std::string raw = R"({"b":1.10,  "a":"é", "b":2})";
    InspectorPane pane;
    pane.showRecord(withRaw(raw));

    pane.findChild<QToolButton *>(u"copyJson"_s)->click();

    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(raw));
}

void InspectorPaneTest::showsEventsAsWasChosen()
{
    const std::string raw = R"({"a":1,"b":2})";
    InspectorPane pane;
    pane.showRecord(withRaw(raw));
    QVERIFY(pane.choices() == InspectorPane::Choices());
    const QSignalSpy changes(&pane, &InspectorPane::choicesChanged);

    for (const QString &name :
         {u"showEmptyFields"_s, u"changesSideBySide"_s, u"changesWithSame"_s, u"rawIndented"_s})
        pane.findChild<QCheckBox *>(name)->click();

    QCOMPARE(changes.size(), 4);
    const InspectorPane::Choices chosen = pane.choices();
    QVERIFY(chosen.showsEmptyFields && chosen.isSideBySide);
    QVERIFY(chosen.showsUnchanged && !chosen.isJsonFormatted);

    InspectorPane another;
    another.setChoices(chosen);
    another.show();
    another.setTab(InspectorPane::RawTab);
    another.showRecord(withRaw(raw));
    QVERIFY(another.choices() == chosen);
    const auto *text = another.findChild<LongTextEdit *>(u"rawText"_s);
    QTRY_COMPARE(text->toPlainText(), QString::fromStdString(raw));
    QVERIFY(another.findChild<QCheckBox *>(u"changesSideBySide"_s)->isChecked());
    QVERIFY(another.findChild<QCheckBox *>(u"changesWithSame"_s)->isChecked());
    QVERIFY(another.findChild<QCheckBox *>(u"showEmptyFields"_s)->isChecked());
}

void InspectorPaneTest::showsMarkupAndBidiAsTheyAre()
{
    EventRecord record = withRaw("{\"x\":\"\u202Eevil\"}");
    record.event.actor.email = "<img src='http://192.0.2.1/x.png'>\u202E";
    InspectorPane pane;
    pane.show();

    pane.showRecord(record);

    const auto *actor = pane.findChild<QLabel *>(u"eventActor"_s);
    QCOMPARE(actor->textFormat(), Qt::PlainText);
    QCOMPARE(actor->text(), u"<img src='http://192.0.2.1/x.png'><U+202E>"_s);
    QVERIFY(pane.findChild<LongTextEdit *>(u"rawText"_s)->toPlainText().contains(u"<U+202E>evil"_s));
}

void InspectorPaneTest::showsALargeEventInPortions()
{
    std::string raw = "{\"first\":1,\"list\":[";
    while (raw.size() < 2 * 1024 * 1024)
        raw += "\"some words that fill a line\",";
    raw += "0],\"last\":\"" + std::string(100'000, 'x') + "\"}";
    InspectorPane pane;
    pane.resize(420, 640);
    pane.show();
    pane.setTab(InspectorPane::JsonTab);

    pane.showRecord(withRaw(raw));

    auto *tree = pane.findChild<QTreeView *>(u"jsonTree"_s);
    QTRY_COMPARE(tree->model()->rowCount(), 3);
    const auto *text = pane.findChild<LongTextEdit *>(u"rawText"_s);
    pane.setTab(InspectorPane::RawTab);
    QVERIFY(pane.findChild<QToolButton *>(u"nextPart"_s)->isVisible());
    QTRY_VERIFY(text->toPlainText().size() > 200'000);
    QCOMPARE_LE(text->toPlainText().size(), static_cast<qsizetype>(TextParts::PartBytes));
}

void InspectorPaneTest::noTextSizesThePane_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("an unbroken name") << QString(10'000, u'x');
    QTest::newRow("many lines") << u"line\n"_s.repeated(2'000);
    QTest::newRow("words") << u"some words "_s.repeated(1'000);
    QTest::newRow("stacked marks") << u"e"_s + QString(5'000, QChar(0x0301));
    QTest::newRow("megabytes") << QString(2'000'000, u'y');
}

void InspectorPaneTest::noTextSizesThePane()
{
    QFETCH(const QString, text);
    InspectorPane pane;
    pane.resize(360, 640);
    pane.show();
    const auto sizes = [&pane] {
        QList<QSize> list;
        for (int tab = InspectorPane::FieldsTab; tab <= InspectorPane::RawTab; ++tab) {
            pane.setTab(static_cast<InspectorPane::Tab>(tab));
            list += pane.minimumSizeHint();
            list += pane.findChild<QWidget *>(u"eventActor"_s)->parentWidget()->size();
        }
        return list;
    };
    pane.showRecord(withRaw(R"({"a":1})"));
    const QList<QSize> before = sizes();

    const std::string huge = text.toStdString();
    EventRecord record =
        withRaw(QJsonDocument(QJsonObject{{text.left(100'000), text}}).toJson().toStdString());
    Event &event = record.event;
    record.source = huge;
    for (std::string *each : {&event.id, &event.action, &event.category, &event.actor.id, &event.actor.email,
                              &event.actor.name, &event.actor.type, &event.target.id, &event.target.name,
                              &event.target.type, &event.ip, &event.userAgent, &event.channel,
                              &event.workspace, &event.environment, &event.correlation, &event.message})
        *each = huge;
    pane.showRecord(record);

    QCOMPARE(sizes(), before);
    pane.showError(text);
    QCOMPARE(pane.minimumSizeHint(), before.first());
    QCOMPARE(pane.size(), QSize(360, 640));
}

void InspectorPaneTest::saysWhoDidWhatFirstAndIdsLast()
{
    InspectorPane pane;
    pane.show();
    pane.showRecord(firstRecord(Vendor::Asana, u"asana/page.json"_s, {u"data"_s}));

    const auto *list = pane.findChild<QTreeView *>(u"fieldList"_s);
    QStringList names;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        names += list->model()->index(row, 0).data().toString();
    const auto place = [&names](const QString &name) {
        return names.indexOf(name);
    };
    QCOMPARE(place(u"actor"_s), 0);
    QVERIFY(place(u"actor"_s) < place(u"action"_s) && place(u"action"_s) < place(u"target"_s));
    QVERIFY(place(u"target"_s) < place(u"ip"_s) && place(u"ip"_s) < place(u"created"_s));
    QVERIFY(place(u"created"_s) < place(u"id"_s) && place(u"id"_s) < place(u"actor.id"_s));
    QCOMPARE(place(u"target.id"_s), names.size() - 1);
}

void InspectorPaneTest::copiesPathsAndSubtrees()
{
    InspectorPane pane;
    pane.show();
    pane.setTab(InspectorPane::JsonTab);
    pane.showRecord(withRaw(R"({"details":{ "new value":["a\u0062",  1.0]}})"));
    QSignalSpy facet(&pane, &InspectorPane::facetRequested);
    auto *tree = pane.findChild<QTreeView *>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());
    const auto copied = [tree](const QString &action) {
        tree->findChild<QAction *>(action)->trigger();
        return QGuiApplication::clipboard()->text();
    };

    tree->setCurrentIndex(*model->seek({0, 0}));
    QCOMPARE(copied(u"copyPath"_s), u"@details.\"new value\""_s);
    QCOMPARE(copied(u"copyAsJson"_s), uR"(["a\u0062",  1.0])"_s);
    tree->setCurrentIndex(*model->seek({0, 0, 0}));
    QCOMPARE(copied(u"copyPath"_s), u"@details.\"new value\"[0]"_s);
    QCOMPARE(copied(u"copyAsJson"_s), uR"("a\u0062")"_s);
    QCOMPARE(copied(u"copyValue"_s), u"ab"_s);
    tree->findChild<QAction *>(u"addFacet"_s)->trigger();
    QCOMPARE(facet.size(), 1);
    QCOMPARE(facet.first().first().toString(), u"@details.\"new value\"[0]"_s);
}

void InspectorPaneTest::opensAndClosesTheWholeTree()
{
    InspectorPane pane;
    pane.show();
    pane.setTab(InspectorPane::JsonTab);
    pane.showRecord(withRaw(R"({"a":{"b":{"c":[{"d":1}]}},"text":"{\"e\": {\"f\": 2}}"})"));
    auto *tree = pane.findChild<QTreeView *>(u"jsonTree"_s);
    auto *model = qobject_cast<JsonTreeModel *>(tree->model());

    tree->findChild<QAction *>(u"expandAll"_s)->trigger();
    const auto isOpen = [tree, model](const JsonPlace &place) {
        return tree->isExpanded(*model->seek(place));
    };
    QTRY_VERIFY(isOpen({0, 0, 0, 0})); // the element
    QTRY_VERIFY(isOpen({1}) && isOpen({1, 0})); // JSON in a string

    tree->findChild<QAction *>(u"collapseAll"_s)->trigger();
    QVERIFY(!isOpen({0}) && !isOpen({0, 0}) && !isOpen({1}));
}

void InspectorPaneTest::theHeaderTakesTwoLinesOfAWidePane()
{
    InspectorPane pane;
    pane.resize(320, 640);
    pane.show();
    pane.showRecord(withRaw("{}"));
    const auto *actor = pane.findChild<QWidget *>(u"eventActor"_s);
    const QWidget *header = actor->parentWidget();
    QTRY_COMPARE(actor->width(), header->width()); // nothing stands beside it
    const int narrow = header->height();

    pane.resize(900, 640);
    QTRY_VERIFY(header->height() < narrow * 2 / 3);
    pane.resize(320, 640);
    QTRY_COMPARE(header->height(), narrow);
}

void InspectorPaneTest::saysThatAnEventIsNotInTheResultAndMovesNothing_data()
{
    QTest::addColumn<int>("width"); // px
    QTest::newRow("beside the table") << 300;
    QTest::newRow("below it") << 900;
}

void InspectorPaneTest::saysThatAnEventIsNotInTheResultAndMovesNothing()
{
    QFETCH(const int, width);
    InspectorPane pane;
    pane.resize(width, 640);
    pane.show();
    pane.showRecord(withRaw("{}"));
    QVERIFY(QTest::qWaitForWindowExposed(&pane));
    const auto *sentence = pane.findChild<QLabel *>(u"eventOutsideResult"_s);
    const auto places = [&pane] {
        QCoreApplication::sendPostedEvents(); // what is to be laid out
        QList<QRect> list;
        for (const QString &name : {u"eventActor"_s, u"eventSentence"_s, u"eventPlace"_s, u"eventTime"_s,
                                    u"eventOutcome"_s, u"inspectorTabs"_s})
            list += pane.findChild<QWidget *>(name)->geometry();
        return list;
    };
    const QList<QRect> before = places();
    QVERIFY(!sentence->isVisible());

    pane.setOutsideResult(true);
    QCOMPARE(places(), before);
    QVERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), u"Not in the current result"_s);
    QVERIFY(sentence->height() >= sentence->fontMetrics().height());
    QVERIFY(sentence->width() >= sentence->fontMetrics().horizontalAdvance(sentence->text()));
    QVERIFY(sentence->parentWidget()->rect().contains(sentence->geometry()));

    pane.setOutsideResult(false);
    QCOMPARE(places(), before);
    QVERIFY(!sentence->isVisible());
}

void InspectorPaneTest::namesOfFieldsAreWhole()
{
    InspectorPane pane;
    pane.resize(320, 640);
    pane.show();
    pane.showRecord(withRaw("{}"));
    const auto *list = pane.findChild<QTreeView *>(u"fieldList"_s);
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        const QString name = index.data().toString();
        const qreal text = QFontMetricsF(list->font()).horizontalAdvance(name);
        QTRY_VERIFY2(list->columnWidth(0) - 2 * FieldDelegate::TextInset >= text, qPrintable(name));
    }
}

/// As below the table, where it is low.
void InspectorPaneTest::fieldsHaveTheHeightOfAWidePane()
{
    InspectorPane pane;
    pane.resize(900, 400);
    pane.show();
    pane.showRecord(withRaw("{}"));
    const auto *list = pane.findChild<QTreeView *>(u"fieldList"_s);
    const auto *empty = pane.findChild<QCheckBox *>(u"showEmptyFields"_s);
    QTRY_VERIFY(empty->x() > list->geometry().right());
    QCOMPARE(list->geometry().bottom() + 1, list->parentWidget()->height());
    QVERIFY(list->isHeaderHidden());
    const int width = list->width();

    EventRecord bare = withRaw("{}");
    bare.event.actor = {};
    bare.event.target = {};
    bare.event.ip.clear();
    bare.event.userAgent.clear();
    const QString before = empty->text();
    pane.showRecord(std::move(bare));
    QVERIFY(empty->text() != before);
    QCoreApplication::sendPostedEvents(); // what is to be laid out
    QCOMPARE(list->width(), width);

    pane.resize(320, 400);
    QTRY_VERIFY(empty->y() > list->geometry().bottom());
    QVERIFY(!list->isHeaderHidden());
}

/// As it is painted.
void InspectorPaneTest::saysAloudThatAFieldHasNoValue()
{
    EventRecord record = withRaw("{}");
    record.event.ip.clear();
    InspectorPane pane;
    pane.showRecord(record);
    pane.findChild<QCheckBox *>(u"showEmptyFields"_s)->click();

    const QAbstractItemModel *fields = pane.findChild<QTreeView *>(u"fieldList"_s)->model();
    const QModelIndexList found =
        fields->match(fields->index(0, 0), Qt::DisplayRole, u"ip"_s, 1, Qt::MatchExactly);
    QCOMPARE(found.size(), 1);
    const QModelIndex value = found.constFirst().siblingAtColumn(1);
    QCOMPARE(found.constFirst().data(Qt::AccessibleTextRole).toString(), u"ip: (no value)"_s);
    QCOMPARE(value.data(Qt::AccessibleTextRole).toString(), u"(no value)"_s);
    QCOMPARE(value.data().toString(), QString());
}

TRAILGLASS_GUI_TEST(InspectorPaneTest)

#include "tst_inspectorpane.moc"
