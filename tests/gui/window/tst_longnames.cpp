// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"
#include "views/inspector/inspectorpane.h"
#include "views/window/inspectordock.h"

#include <QAction>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Every text in \a value replaced by \a name, but for what the vendor's contract and the time need.
QJsonValue renamed(const QJsonValue &value, const QString &name)
{
    if (value.isString())
        return name;
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        if (key != "gid"_L1 && key != "created_at"_L1)
            object[key] = renamed(object[key], name);
    }
    return object;
}

} // namespace

/// Names of strangers, however long: the window and its panes stay as they are.
class LongNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noNameMovesThePanes_data();
    void noNameMovesThePanes();
    void noFolderSizesTheWindow();
    void cleanup() { m_stage.reset(); }

private:
    /// What is where: the window and its panes, on the screen of the window.
    [[nodiscard]] QList<QRect> places();
    void select(int row);

    std::unique_ptr<WindowStage> m_stage;
};

QList<QRect> LongNamesTest::places()
{
    QCoreApplication::sendPostedEvents(); // layouts that are due
    QList<QRect> places{QRect(QPoint(), m_stage->window().size())};
    for (const QString &name : {u"filtersDock"_s, u"inspectorDock"_s, u"eventsView"_s, u"histogramView"_s,
                                u"queryBar"_s, u"statusBar"_s}) {
        const auto *pane = m_stage->find<QWidget>(name);
        places += QRect(pane->mapTo(&m_stage->window(), QPoint()), pane->size());
    }
    return places;
}

void LongNamesTest::select(int row)
{
    auto *table = m_stage->find<QTableView>(u"eventTable"_s);
    QTRY_VERIFY(table->model()->rowCount() > row);
    table->setCurrentIndex(table->model()->index(row, 1));
    const auto *actor = m_stage->find<QLabel>(u"eventActor"_s);
    const bool isLong = row == 0;
    QTRY_COMPARE(actor->text().startsWith(u"WWWW"_s), isLong);
    QTRY_VERIFY(!m_stage->find<QLabel>(u"eventTime"_s)->text().isEmpty());
}

void LongNamesTest::noNameMovesThePanes_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("a long one") << 55;
    QTest::newRow("a hostile one") << 10'000;
}

void LongNamesTest::noNameMovesThePanes()
{
    QFETCH(const int, length);
    m_stage = std::make_unique<WindowStage>(40);
    QList<Support::VendorEvent> events = m_stage->servers.asana().events();
    auto newest = std::ranges::max_element(events, {}, &Support::VendorEvent::created);
    const QJsonObject object = QJsonDocument::fromJson(newest->raw).object();
    newest->raw =
        QJsonDocument(renamed(object, QString(length, u'W')).toObject()).toJson(QJsonDocument::Compact);
    m_stage->servers.asana().setEvents(events);
    m_stage->open();
    m_stage->window().resize(1440, 900);
    QTRY_COMPARE(m_stage->window().size(), QSize(1440, 900));
    QVERIFY(m_stage->addSource(Vendor::Asana, u"work"_s));
    QVERIFY(m_stage->sync());
    QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Events);

    QSignalSpy opened(&m_stage->window().inspector(), &InspectorDock::opened);
    select(1);
    QTRY_VERIFY(!opened.isEmpty());
    const auto before = places();
    const QSize least = m_stage->window().minimumSizeHint();
    auto *inspector = m_stage->find<InspectorPane>(u"inspector"_s);
    for (int tab = InspectorPane::FieldsTab; tab <= InspectorPane::RawTab; ++tab) {
        inspector->setTab(static_cast<InspectorPane::Tab>(tab));
        select(0);
        QCOMPARE(places(), before);
        select(1);
        QCOMPARE(places(), before);
    }
    select(0);
    QCOMPARE(m_stage->window().minimumSizeHint(), least);
    QVERIFY2(least.width() <= 1280, qPrintable(QString::number(least.width()))); // the least screen

    m_stage->open(); // closed and opened again
    QTRY_COMPARE(m_stage->window().page(), MainWindow::Page::Events);
    select(0);
    QTRY_COMPARE(places(), before);
}

void LongNamesTest::noFolderSizesTheWindow()
{
    m_stage = std::make_unique<WindowStage>(10);
    m_stage->open();
    QTRY_VERIFY(m_stage->window().showsFirstRun());
    const int least = m_stage->window().minimumSizeHint().width();
    m_stage->close();
    Options options;
    options.workspace = m_stage->path(QString(200, u'W'));
    const SystemClock clock;
    WorkspaceWindow other(
        options,
        {m_stage->keychain, clock, m_stage->path(u"settings.ini"_s), m_stage->path(u"approvals.json"_s)});
    QVERIFY(other.open());
    QTRY_VERIFY(other.window().showsFirstRun());
    QVERIFY(other.window().findChild<QLabel *>(u"workspacePath"_s)->text().contains(u"WWWW"_s));
    QVERIFY2(other.window().minimumSizeHint().width() <= least,
             qPrintable(QString::number(other.window().minimumSizeHint().width())));
    other.window().close();
}

TRAILGLASS_GUI_TEST(LongNamesTest)
#include "tst_longnames.moc"
