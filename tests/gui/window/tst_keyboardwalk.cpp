// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/accessiblewalk.h"
#include "tests/gui/window/gridcheck.h"
#include "tests/gui/window/mnemoniccheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/inspector/inspectorpane.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSet>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// Tab, through all that the window shows: wherever the keyboard goes, one sees and hears that it is there, and Alt with a
/// letter leads to one place only.
class KeyboardWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_stage.reset(); }
    void everyPlaceShowsTheKeyboard_data() { pages(); }
    void everyPlaceShowsTheKeyboard();
    void noTwoPlacesShareALetter_data() { pages(); }
    void noTwoPlacesShareALetter();
    void everyPlaceIsSpokenAndOnTheGrid_data() { pages(); }
    void everyPlaceIsSpokenAndOnTheGrid();

private:
    static constexpr int MaxStops = 150;

    static void pages();
    /// \returns where the walk begins
    QWidget *show(const QString &page);
    QWidget *showInspector(InspectorPane::Tab tab);
    QWidget *showFilter(const QString &text);
    /// Of the widget with what is around it, as the window paints it.
    [[nodiscard]] QImage picture(const QWidget &widget);
    [[nodiscard]] static QString nameOf(const QWidget &widget)
    {
        return QLatin1StringView(widget.metaObject()->className()) + u' ' + widget.objectName();
    }

    std::unique_ptr<WindowStage> m_stage;
};

void KeyboardWalkTest::initTestCase()
{
    m_stage = std::make_unique<WindowStage>(60);
    m_stage->open();
    QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    QVERIFY(m_stage->sync());
    m_stage->window().resize(1440, 900);
    QTRY_COMPARE(m_stage->window().size(), QSize(1440, 900));
}

void KeyboardWalkTest::pages()
{
    QTest::addColumn<QString>("page");
    for (const char *page : {"fields", "changes", "related", "json", "raw", "terms", "a broken filter",
                             "nothing found", "finding", "sources"})
        QTest::newRow(page) << QString::fromLatin1(page);
}

QWidget *KeyboardWalkTest::showInspector(InspectorPane::Tab tab)
{
    m_stage->find<QTableView>(u"eventTable"_s)->selectRow(1);
    const auto *time = m_stage->find<QLabel>(u"eventTime"_s);
    if (!QTest::qWaitFor([time] { return time->isVisible() && !time->text().isEmpty(); },
                         WindowStage::Patience))
        return nullptr;
    m_stage->find<InspectorPane>(u"inspector"_s)->setTab(tab);
    return m_stage->find<QLineEdit>(u"queryEdit"_s);
}

QWidget *KeyboardWalkTest::showFilter(const QString &text)
{
    m_stage->filter(text);
    return m_stage->find<QLineEdit>(u"queryEdit"_s);
}

QWidget *KeyboardWalkTest::show(const QString &page)
{
    m_stage->window().actions().showEvents->trigger();
    m_stage->filter({});
    const auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    if (!QTest::qWaitFor([table] { return table->isVisible() && table->model()->rowCount() > 1; },
                         WindowStage::Patience))
        return nullptr;
    if (page == "fields"_L1)
        return showInspector(InspectorPane::FieldsTab);
    if (page == "changes"_L1)
        return showInspector(InspectorPane::ChangesTab);
    if (page == "related"_L1)
        return showInspector(InspectorPane::RelatedTab);
    if (page == "json"_L1)
        return showInspector(InspectorPane::JsonTab);
    if (page == "raw"_L1)
        return showInspector(InspectorPane::RawTab);
    if (page == "terms"_L1)
        return showFilter(u"vendor:asana -actor:nobody"_s);
    if (page == "a broken filter"_L1)
        return showFilter(u"actr:ana"_s);
    if (page == "nothing found"_L1) {
        const auto *empty = m_stage->find<QWidget>(u"eventsEmpty"_s);
        QWidget *start = showFilter(u"action:=TASK vendor:asana"_s);
        const auto isExplained = [this, empty] {
            const auto *suggestion = m_stage->window().findChild<QPushButton *>(u"emptySuggestion0"_s);
            return empty->isVisible() && suggestion && suggestion->isVisible();
        };
        return QTest::qWaitFor(isExplained, WindowStage::Patience) ? start : nullptr;
    }
    if (page == "finding"_L1) {
        m_stage->window().actions().find->trigger();
        QTest::keyClicks(m_stage->find<QLineEdit>(u"findEdit"_s), u"a"_s);
        return m_stage->find<QLineEdit>(u"findEdit"_s);
    }
    m_stage->showSources();
    return m_stage->find<QTableView>(u"sourcesTable"_s);
}

QImage KeyboardWalkTest::picture(const QWidget &widget)
{
    constexpr int Around = 4; // px
    const QRect place(widget.mapTo(&m_stage->window(), QPoint(0, 0)), widget.size());
    return m_stage->window().grab(place.adjusted(-Around, -Around, Around, Around)).toImage();
}

void KeyboardWalkTest::everyPlaceShowsTheKeyboard()
{
    QFETCH(const QString, page);
    QWidget *start = show(page);
    QVERIFY(start);
    m_stage->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
    QTRY_VERIFY(start->isVisible());
    start->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(start->hasFocus());

    QStringList unseen;
    QSet<const QWidget *> visited;
    for (QWidget *at = start; !visited.contains(at);) {
        visited.insert(at);
        QVERIFY2(visited.size() < MaxStops, "Tab never comes back");
        const QString name = nameOf(*at);
        const QImage with = picture(*at);
        const QPointer<QWidget> left = at;
        QTest::keyClick(at, Qt::Key_Tab);
        at = QApplication::focusWidget();
        QVERIFY2(at && at != left.data(), qPrintable(name + " is not left by Tab"_L1));
        if (left && left->isVisible() && picture(*left) == with)
            unseen += name;
    }

    QVERIFY2(visited.size() > 6, qPrintable(QString::number(visited.size())));
    QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(u'\n')));
}

void KeyboardWalkTest::noTwoPlacesShareALetter()
{
    QFETCH(const QString, page);
    QVERIFY(show(page));
    const QStringList shared = mnemonicFaults(m_stage->window());
    QVERIFY2(shared.isEmpty(), qPrintable(shared.join(u'\n')));
}

void KeyboardWalkTest::everyPlaceIsSpokenAndOnTheGrid()
{
    QFETCH(const QString, page);
    QVERIFY(show(page));
    const QStringList silent = accessibilityFaults(m_stage->window());
    QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    const QStringList places = placesOffTheGrid();
    QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
}

TRAILGLASS_GUI_TEST(KeyboardWalkTest)
#include "tst_keyboardwalk.moc"
