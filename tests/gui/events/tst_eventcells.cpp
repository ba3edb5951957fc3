// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/text.h"
#include "tests/runner/testclass.h"
#include "tests/table/scriptedfetcher.h"
#include "views/common/theme.h"
#include "views/events/cellcontent.h"
#include "views/events/cellsigns.h"
#include "views/events/celltextcache.h"
#include "views/events/eventdelegate.h"
#include "views/events/eventsview.h"

#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

#include <cstdlib>
#include <optional>

using namespace Trailglass;
using namespace Qt::StringLiterals;

/// What is painted in the cells of the table.
class EventCellsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesTimesAsTheyAreSet_data();
    void writesTimesAsTheyAreSet();
    void writesRepeatedDatesAndFractionsFaintly();
    void saysFaintlyThatAnOutcomeIsUnknown();
    void showsTheOperationBesideTheAction();
    void writesTheOperationWhereThereIsNoAction();
    void hasAShapeOfItsOwnForEverySign();
    void showsToolTipsForCutTextsOnly();
    void cutsATextWhereThePaneEnds();
    void showsTheWholeTimeInAToolTip();
    void boundsTheToolTipOfALongValue();
    void keepsStackedMarksInTheirRow();
    void showsJoinersOfPersianAndEmojiAsText();
    void laysATextOutOnceForAllWidths();
    void cutsWhatDiffersAtItsEndInItsMiddle_data();
    void cutsWhatDiffersAtItsEndInItsMiddle();
    void showsBothEndsOfATextThatIsCutInItsMiddle();
    void knowsWhereCharactersAreDrawn();
    void paintsOutdatedRowsFaintly();
    void changesTheHeightOfRows();
    void beginsAtTheRightInAMirroredWindow();

private:
    void show(const QString &columns);
    [[nodiscard]] QModelIndex cell(int row, int column) const { return m_view->model().index(row, column); }
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QImage picture() const { return m_table->viewport()->grab().toImage(); }

    std::unique_ptr<ScriptedFetcher> m_fetcher;
    std::unique_ptr<EventsView> m_view;
    EventTable *m_table = nullptr;
};

void EventCellsTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not)"_s)); // the platform off screen
    m_fetcher = std::make_unique<ScriptedFetcher>();
    m_fetcher->serveAutomatically();
    m_view = std::make_unique<EventsView>(*m_fetcher);
    m_table = m_view->findChild<EventTable *>(u"eventTable"_s);
}

void EventCellsTest::cleanup()
{
    QToolTip::hideText();
    m_view.reset();
    m_fetcher.reset();
}

void EventCellsTest::show(const QString &columns)
{
    m_view->resize(900, 400);
    m_view->setColumns(*parseColumns(columns));
    m_view->setResult(newestFirst(300), false);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QTRY_VERIFY(m_view->model().record(0));
}

QString EventCellsTest::toolTip(const QModelIndex &index) const
{
    QToolTip::hideText();
    if (!QTest::qWaitFor([] { return !QToolTip::isVisible(); }))
        return u"The tool tip stays."_s;
    const QRect place = m_table->visualRect(index);
    QHelpEvent event(QEvent::ToolTip, place.center(), m_table->viewport()->mapToGlobal(place.center()));
    QCoreApplication::sendEvent(m_table->viewport(), &event);
    return QToolTip::isVisible() ? QToolTip::text() : QString();
}

void EventCellsTest::writesTimesAsTheyAreSet_data()
{
    using Precision = TimeDisplay::Precision;
    QTest::addColumn<TimeDisplay>("display");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("header");
    const auto row = [](const char *name, const TimeDisplay &display, const QString &shown,
                        const QString &header = u"created (UTC)"_s) {
        QTest::newRow(name) << display << shown << header;
    };
    row("by default", {}, u"2025-11-20 09:00:00.123"_s);
    row("seconds", {.precision = Precision::Seconds}, u"2025-11-20 09:00:00"_s);
    row("microseconds", {.precision = Precision::Microseconds}, u"2025-11-20 09:00:00.123456"_s);
    row("relative", {.isRelative = true}, u"5 minute(s) ago"_s, u"created"_s);
}

void EventCellsTest::writesTimesAsTheyAreSet()
{
    QFETCH(const TimeDisplay, display);
    QFETCH(const QString, shown);
    QFETCH(const QString, header);
    show(u"created"_s);
    const UtcMicros time = m_view->model().record(0)->event.created;

    m_view->setTimeDisplay(display, time + 5 * UtcMicros::PerMinute);

    QCOMPARE(cell(0, 0).data().toString(), shown);
    QCOMPARE(m_view->model().headerData(0, Qt::Horizontal).toString(), header);
    QCOMPARE(cell(0, 0).data(EventTableModel::ValueRole).toString(), u"2025-11-20T09:00:00.123456Z"_s);
}

void EventCellsTest::writesRepeatedDatesAndFractionsFaintly()
{
    show(u"created,id"_s);
    const auto parts = [this](int row) {
        QStringList written;
        for (const CellContent::Part &part : cellContent(cell(row, 0), 100).parts)
            written += (part.isQuiet ? u"faint "_s : QString()) + part.text;
        return written;
    };
    QCOMPARE(parts(0), (QStringList{u"2025-11-20 09:00:00"_s, u"faint .123"_s}));
    QCOMPARE(parts(1), (QStringList{u"faint 2025-11-20 "_s, u"08:59:59"_s, u"faint .123"_s}));

    m_view->setDisplayZone(QTimeZone("Pacific/Auckland"));
    m_view->setTimeDisplay({.precision = TimeDisplay::Precision::Seconds}, {});
    QCOMPARE(parts(1), (QStringList{u"faint 2025-11-20 "_s, u"21:59:59"_s}));
    QCOMPARE(cellContent(cell(1, 1), 100).text(), u"e-299"_s);
}

void EventCellsTest::saysFaintlyThatAnOutcomeIsUnknown()
{
    show(u"outcome,id"_s);
    const CellContent unknown = cellContent(cell(1, 0), 100);

    QCOMPARE(unknown.text(), u"unknown"_s); // as in the filters and the histogram
    QVERIFY(unknown.parts.front().isQuiet);
    QVERIFY(!unknown.outcome);
    QCOMPARE(cell(1, 0).data(Qt::AccessibleTextRole).toString().section(u',', -2, -2).trimmed(),
             u"unknown"_s);
    QCOMPARE(cellContent(cell(0, 0), 100).outcome, std::optional(Outcome::Success));
    QCOMPARE(cellContent(cell(2, 0), 100).text(), u"failure"_s);
}

void EventCellsTest::showsTheOperationBesideTheAction()
{
    show(u"action,op,actor"_s);
    const auto expected = m_view->model().record(0)->event.operation;

    QCOMPARE(cellContent(cell(0, 0), 100).operation, std::optional(expected));
    QCOMPARE(cellContent(cell(0, 1), 100).operation, std::optional(expected));
    QVERIFY(!cellContent(cell(0, 2), 100).operation);
    const QString aloud = cell(0, 0).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(aloud.contains(toQString(name(expected))), qPrintable(aloud));
}

/// Faintly, and nowhere but on the screen.
void EventCellsTest::writesTheOperationWhereThereIsNoAction()
{
    m_fetcher->withoutAction = {RowId{300}, RowId{298}};
    show(u"action,id"_s);
    const CellContent content = cellContent(cell(0, 0), 100);
    const Operation operation = m_view->model().record(0)->event.operation;

    QCOMPARE(content.text(), toQString(name(operation)));
    QVERIFY(content.parts.front().isQuiet && content.isStandIn);
    QCOMPARE(content.operation, std::optional(operation)); // its sign stands in front as anywhere
    QVERIFY(!cellContent(cell(1, 0), 100).isStandIn);
    QCOMPARE(cell(0, 0).data().toString(), QString());
    QCOMPARE(toolTip(cell(0, 0)), QString());
    m_table->horizontalHeader()->resizeSection(0, m_table->horizontalHeader()->minimumSectionSize());
    QVERIFY2(toolTip(cell(0, 0)).contains(content.text()), qPrintable(toolTip(cell(0, 0)))); // it is cut

    QSignalSpy asked(m_view.get(), &EventsView::filterRequested);
    m_table->setCurrentIndex(cell(0, 0));
    m_view->actions().onlyThis->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.constFirst().at(1).value<Filter::FieldReference>(), Filter::FieldReference(Field::Action));
    QVERIFY(!asked.constFirst().at(2).value<Filter::FieldValue>()); // events without an action
    m_view->actions().copyValue->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString());

    // What is looked for is in the values.
    const QImage before = picture();
    m_table->eventDelegate()->setHighlight(content.text());
    m_table->viewport()->update();
    QCOMPARE(picture(), before);
}

void EventCellsTest::hasAShapeOfItsOwnForEverySign()
{
    QList<QImage> signs;
    const auto add = [&signs](auto what) {
        QImage sign(16, 16, QImage::Format_ARGB32);
        sign.fill(Qt::transparent);
        QPainter painter(&sign);
        CellSigns::paint(painter, QPointF(8, 8), what, Qt::black); // the same colour for all
        painter.end();
        QVERIFY2(!signs.contains(sign), qPrintable(QString::number(signs.size())));
        signs += sign;
    };
    for (int operation = 0; operation <= static_cast<int>(Operation::Other); ++operation)
        add(static_cast<Operation>(operation));
    add(Outcome::Success);
    add(Outcome::Failure);
    QCOMPARE(signs.size(), 11);
}

void EventCellsTest::showsToolTipsForCutTextsOnly()
{
    m_fetcher->revision = "a text that is longer than most";
    show(u"id,correlation"_s);
    m_table->horizontalHeader()->resizeSection(0, 200);
    m_table->horizontalHeader()->resizeSection(1, 400);
    QCOMPARE(toolTip(cell(0, 1)), QString());

    m_table->horizontalHeader()->resizeSection(1, 90);
    QVERIFY(toolTip(cell(0, 1)).contains(u"a text that is longer than most"_s));
    QCOMPARE(toolTip(cell(0, 0)), QString());
}

/// As if its column ended there, with the sign that there is more.
void EventCellsTest::cutsATextWhereThePaneEnds()
{
    m_fetcher->revision = std::string(100, 'm');
    show(u"created,correlation"_s);
    QHeaderView *header = m_table->horizontalHeader();
    const auto firstRow = [this] {
        const QRect row(0, m_table->rowViewportPosition(0), m_table->viewport()->width(),
                        m_table->rowHeight(0));
        return m_table->viewport()->grab(row).toImage();
    };
    header->resizeSection(1, m_table->viewport()->width() - header->sectionSize(0));
    const QImage fitting = firstRow();

    header->resizeSection(1, 1'400);
    QVERIFY(m_table->cellWidths(1).back() < 1'400); // nothing is cut by the column itself

    QCOMPARE(firstRow(), fitting);
    QVERIFY(!toolTip(cell(0, 1)).isEmpty());
}

void EventCellsTest::showsTheWholeTimeInAToolTip()
{
    show(u"created,id"_s);
    QVERIFY2(toolTip(cell(0, 0)).contains(u"2025-11-20T09:00:00.123456Z"_s), qPrintable(toolTip(cell(0, 0))));

    m_view->setDisplayZone(QTimeZone("Europe/Berlin"));
    m_view->setTimeDisplay({.isRelative = true}, {});
    const QString tip = toolTip(cell(0, 0));
    QVERIFY2(tip.contains(u"2025-11-20 10:00:00.123456 (Europe/Berlin, UTC+01:00)"_s), qPrintable(tip));
    QVERIFY2(tip.contains(u"2025-11-20T09:00:00.123456Z"_s), qPrintable(tip));
}

void EventCellsTest::boundsTheToolTipOfALongValue()
{
    m_fetcher->revision = std::string(5'000, 'm');
    show(u"correlation"_s);

    const QStringList lines = toolTip(cell(0, 0)).split(u'\n');

    QCOMPARE(lines.size(), 20);
    for (const QString &line : lines)
        QVERIFY(line.count(u'm') <= 80);
}

void EventCellsTest::keepsStackedMarksInTheirRow()
{
    show(u"correlation"_s);
    std::string zalgo = "x";
    for (int mark = 0; mark < 60; ++mark)
        zalgo += "\u0306"; // breves, one above the other
    const QImage plain = picture();
    m_fetcher->revision = zalgo;
    m_fetcher->only = RowId{299};

    m_view->setResult(newestFirst(300), false); // read again
    QTRY_COMPARE(cell(1, 0).data().toString().left(1), u"x"_s);
    const QImage shown = picture();

    const QRect row = m_table->visualRect(cell(1, 0));
    const QRect above(row.left(), 0, row.width(), row.top());
    const QRect below(row.left(), row.bottom() + 1, row.width(), row.height());
    QCOMPARE(shown.copy(above), plain.copy(above));
    QCOMPARE(shown.copy(below), plain.copy(below));
    QVERIFY(shown.copy(row) != plain.copy(row));
    QVERIFY(cell(1, 0).data().toString().endsWith(u"<+54 marks>"_s));
}

void EventCellsTest::showsJoinersOfPersianAndEmojiAsText()
{
    const QString text = u"خانه\u200Cها \U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    m_fetcher->revision = toUtf8(text);
    show(u"correlation"_s);

    QCOMPARE(cellContent(cell(0, 0), 100).text(), text);
}

void EventCellsTest::laysATextOutOnceForAllWidths()
{
    CellTextCache cache;
    QImage image(400, 20, QImage::Format_ARGB32);
    QPainter painter(&image);
    const QString text = u"a text that fits into 400 pixels"_s;
    const QFont font = QGuiApplication::font();

    for (int width = 20; width < 400; ++width) {
        cache.draw(painter, QRect(0, 0, width, 20), {text, font, CellTextCache::CutAt::End});
        cache.draw(painter, QRect(0, 0, width, 20), {text, font, CellTextCache::CutAt::Middle});
    }

    QCOMPARE(cache.layouts(), 2); // the text, the ellipsis
    for (const auto cutAt : {CellTextCache::CutAt::End, CellTextCache::CutAt::Middle}) {
        QCOMPARE(cache.draw(painter, QRect(0, 0, 400, 20), {text, font, cutAt}), cache.width(text, font));
        const int cut = cache.draw(painter, QRect(0, 0, 100, 20), {text, font, cutAt});
        QVERIFY(cut <= 100 && cut > 70);
    }
}

void EventCellsTest::cutsWhatDiffersAtItsEndInItsMiddle_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isInMiddle");
    QTest::newRow("an action") << u"user_personal_access_token_revoked"_s << true;
    QTest::newRow("an identifier") << u"12085757356144901751"_s << true;
    QTest::newRow("an address") << u"2001:db8:20:7::12"_s << true;
    QTest::newRow("a sentence") << u"Offboarding checklist 2026"_s << false;
    QTest::newRow("an e-mail address") << u"mara_quill@contractor.example"_s << false;
    QTest::newRow("more than can be seen") << u"token_"_s.repeated(200) << false;
}

void EventCellsTest::cutsWhatDiffersAtItsEndInItsMiddle()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isInMiddle);
    m_fetcher->revision = toUtf8(text);
    show(u"correlation,created"_s);
    QCOMPARE(cellContent(cell(0, 0), 256).isCutInMiddle, isInMiddle);
    QVERIFY(!cellContent(cell(0, 1), 256).isCutInMiddle);

    m_table->horizontalHeader()->resizeSection(0, 90);
    QVERIFY(!toolTip(cell(0, 0)).isEmpty());
}

void EventCellsTest::showsBothEndsOfATextThatIsCutInItsMiddle()
{
    CellTextCache cache;
    const QString text = u"user_personal_access_token_revoked"_s;
    const QFont font = QGuiApplication::font();
    constexpr int Height = 20;
    constexpr int End = 24; // px, some letters
    const auto drawn = [&](int width, int &used) {
        QImage image(400, Height, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        used = cache.draw(painter, QRect(0, 0, width, Height), {text, font, CellTextCache::CutAt::Middle});
        painter.end();
        return image;
    };
    int whole = 0;
    const QImage uncut = drawn(400, whole);
    int used = 0;
    const QImage cut = drawn(120, used);

    QVERIFY(whole > 150 && used <= 120);
    QCOMPARE(cut.copy(0, 0, End, Height), uncut.copy(0, 0, End, Height));
    QCOMPARE(cut.copy(used - End, 0, End, Height), uncut.copy(whole - End, 0, End, Height));
}

/// As marks of a text that is looked for need it.
void EventCellsTest::knowsWhereCharactersAreDrawn()
{
    CellTextCache cache;
    QImage image(400, 20, QImage::Format_ARGB32);
    QPainter painter(&image);
    const QString text = u"user_personal_access_token_revoked"_s;
    const CellTextCache::Line line{text, QGuiApplication::font(), CellTextCache::CutAt::Middle};
    const int whole = cache.width(text, line.font);
    constexpr int Width = 120;
    const int used = cache.draw(painter, QRect(0, 0, Width, 20), line);
    const auto span = [&](const QString &part, int width) {
        return cache.span(line, width, text.indexOf(part), part.size());
    };

    QCOMPARE(span(u"user"_s, Width), span(u"user"_s, whole)); // at the beginning, where it is anyway
    const auto [left, right] = span(u"voked"_s, Width);
    const auto [wholeLeft, wholeRight] = span(u"voked"_s, whole);
    QVERIFY(std::abs(right - used) <= 1);
    QCOMPARE(right - left, wholeRight - wholeLeft);
    const auto [dots, afterDots] = span(u"access"_s, Width); // cut off
    QVERIFY(dots > 0 && afterDots > dots);
    QVERIFY(afterDots <= left);
    const auto [first, last] = span(text, Width);
    QVERIFY(first == 0 && last == right);

    const CellTextCache::Line atEnd{text, line.font, CellTextCache::CutAt::End};
    const int usedAtEnd = cache.draw(painter, QRect(0, 0, Width, 20), atEnd);
    QVERIFY(std::abs(cache.span(atEnd, Width, text.size() - 5, 5).second - usedAtEnd) <= 1); // the ellipsis
}

void EventCellsTest::paintsOutdatedRowsFaintly()
{
    show(u"id,action"_s);
    const auto darkest = [this] {
        const QImage image = picture();
        int lightness = 255;
        for (int x = 0; x < image.width(); ++x) {
            for (int y = 0; y < image.height(); ++y)
                lightness = std::min(lightness, image.pixelColor(x, y).lightness());
        }
        return lightness;
    };
    const int before = darkest();

    m_view->setOutdated(true);
    QVERIFY(darkest() > before + 50);
    m_view->setOutdated(false);
    QCOMPARE(darkest(), before);
}

void EventCellsTest::beginsAtTheRightInAMirroredWindow()
{
    m_view->setLayoutDirection(Qt::RightToLeft);
    show(u"outcome,id"_s);
    int row = 0;
    while (cell(row, 0).data(EventTableModel::OutcomeRole).toInt() != static_cast<int>(Outcome::Failure))
        ++row;
    const QRect first = m_table->visualRect(cell(row, 0));
    const QRect second = m_table->visualRect(cell(row, 1));
    QVERIFY(first.left() > second.right());
    const QImage image = picture();
    const QColor mark = Colours::outcome(Outcome::Failure, m_table->palette());
    QCOMPARE(image.pixelColor(first.right(), first.center().y()), mark);
    QVERIFY(image.pixelColor(first.left(), first.center().y()) != mark);
    const auto isWritten = [&image](const QRect &place) {
        for (int x = place.left(); x <= place.right(); ++x) {
            for (int y = place.top(); y <= place.bottom(); ++y) {
                if (image.pixelColor(x, y).lightness() < 128)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(second.width() > 200);
    QVERIFY(isWritten(second.adjusted(second.width() / 2, 0, 0, 0)));
    QVERIFY(!isWritten(second.adjusted(0, 0, -second.width() / 2, 0)));
}

void EventCellsTest::changesTheHeightOfRows()
{
    show(u"id"_s);
    const auto rows = [this] {
        return m_table->viewport()->height() / m_table->rowHeight(0);
    };
    const int normal = rows();

    m_view->setDensity(RowDensity::Compact);
    QVERIFY(rows() > normal);
    m_view->setDensity(RowDensity::Comfortable);
    QVERIFY(rows() < normal);
}

TRAILGLASS_GUI_TEST(EventCellsTest)
#include "tst_eventcells.moc"
