// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/plainnesscheck.h"
#include "tests/gui/window/windowstage.h"
#include "tests/gui/window/windowwalk.h"
#include "tests/runner/testclass.h"
#include "views/inspector/inspectorpane.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Support::Response;
using Support::VendorEvent;

/// Every text in \a value with \a hostile in front of it, but for what the vendor's contract and the time
/// need.
QJsonValue poisoned(const QJsonValue &value, const QString &hostile)
{
    if (value.isString())
        return QString(hostile + value.toString());
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        if (key != "gid"_L1 && key != "created_at"_L1)
            object[key] = poisoned(object[key], hostile);
    }
    object[hostile] = hostile;
    return object;
}

} // namespace

/// What strangers write is shown as they wrote it, in every pane and dialog: no markup, no fetched image, no
/// reordered text.
class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_bait.listen());
        m_markup = u"<img src=\"%1\">"_s.arg(m_bait.url(u"/x"_s).toString());
        m_hostile = m_markup + u"<b>bold</b>\u202Etxt.exe\n\u2066"_s + QChar(u'\0') + u"&amp;"_s;
        m_stage = std::make_unique<WindowStage>(60);
        QList<VendorEvent> events;
        for (VendorEvent event : m_stage->servers.asana().events()) {
            const QJsonObject object = QJsonDocument::fromJson(event.raw).object();
            event.raw = QJsonDocument(poisoned(object, m_hostile).toObject()).toJson(QJsonDocument::Compact);
            events << event;
        }
        m_stage->servers.asana().setEvents(events);
        m_stage->open();
        QVERIFY(m_stage->addSource(Vendor::Asana, m_markup));
        QVERIFY(m_stage->sync());
        QVERIFY(m_stage->shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(events.size()))));
    }
    void cleanup()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window != &m_stage->window() && window->isVisible())
                window->close();
        }
        QVERIFY(m_bait.requests().isEmpty());
        QCOMPARE(m_bait.connectionCount(), 0);
    }
    void cleanupTestCase() { m_stage.reset(); }

    void thePanes()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(!table->model()->index(0, 1).data().toString().isEmpty());
        table->setCurrentIndex(table->model()->index(0, 1));
        const auto *sentence = m_stage->find<QLabel>(u"eventSentence"_s);
        QTRY_VERIFY(!sentence->text().isEmpty());
        QVERIFY(waitForText(*m_stage->find<QWidget>(u"filterPane"_s), u"<U+202E>"_s)); // the facets came
        verifyPlain();
        QVERIFY(!textsInSight(m_stage->window()).filter(u"<img"_s).isEmpty()); // it is shown, as text
        auto *tabs = m_stage->find<QTabWidget>(u"inspectorTabs"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            for (QTreeView *tree : tabs->findChildren<QTreeView *>())
                tree->expandAll();
            // The event tells of no change.
            if (tab != InspectorPane::ChangesTab)
                QVERIFY(waitForText(*tabs, u"<U+202E>"_s));
            verifyPlain();
        }
        tabs->setCurrentIndex(0);
    }

    void theFilter_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("a value") << u"actor.name:\"%1\""_s;
        QTest::newRow("no such field") << u"acton:\"%1\""_s;
        QTest::newRow("no such preset") << u"preset:\"%1\""_s;
        QTest::newRow("a wrong pattern") << u"message:/%1(/"_s;
    }
    void theFilter()
    {
        QFETCH(QString, filter);
        auto *edit = m_stage->find<QLineEdit>(u"queryEdit"_s);
        QString markup = m_markup;
        if (!filter.contains(u'"'))
            markup.replace(u'/', u"\\/"_s);
        edit->setText(filter.arg(markup.replace(u'"', u"\\\""_s) + u"\u202E"_s));
        QTest::keyClick(edit, Qt::Key_Return);
        const auto *busy = m_stage->find<QLabel>(u"queryStatus"_s);
        QTRY_VERIFY(!busy->text().isEmpty());
        verifyPlain();
        QTest::keyClick(edit, Qt::Key_Down); // the history
        verifyPlain();
        m_stage->find<QMenu>(u"queryHistoryMenu"_s)->close();
        m_stage->filter({});
    }

    void twoEventsSideBySide()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 1);
        table->selectionModel()->select(
            QItemSelection(table->model()->index(0, 0), table->model()->index(1, 0)),
            QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        m_stage->find<QAction>(u"compareEvents"_s)->trigger();
        auto *dialog = m_stage->find<QDialog>(u"eventComparison"_s);
        QTRY_VERIFY(dialog->findChild<QTreeView *>(u"changeList"_s)->isVisible());
        QVERIFY(!textsInSight(*dialog).filter(u"<img"_s).isEmpty());
        QVERIFY(!textsInSight(*dialog).filter(u"<U+202E>"_s).isEmpty());
        verifyPlain();
    }

    void aFilterFromACell()
    {
        auto *table = m_stage->find<QTableView>(u"eventTable"_s);
        table->setFocus();
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            table->setCurrentIndex(table->model()->index(0, column));
            Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
            verifyPlain();
            QWidget *menu = QApplication::activePopupWidget();
            QVERIFY(menu);
            menu->close();
        }
        m_stage->window().actions().copy->trigger();
        verifyPlain();
    }

    void thePresets()
    {
        m_stage->filter(u"message:\"<b>bold</b>\""_s);
        m_stage->find<QAction>(u"savePreset"_s)->trigger();
        auto *name = m_stage->find<QLineEdit>(u"presetName"_s);
        name->setText(m_markup + u"\u202E"_s);
        verifyPlain();
        name->setText(m_markup);
        verifyPlain();
        m_stage->find<QAbstractButton>(u"saveButton"_s)->click();
        QTRY_VERIFY(m_stage->window().findChild<QAction *>("preset:"_L1 + m_markup));
        verifyPlain();
        m_stage->find<QAction>(u"managePresets"_s)->trigger();
        auto *dialog = m_stage->find<QDialog>(u"presetDialog"_s);
        QTRY_VERIFY(dialog->isVisible());
        verifyPlain();
        dialog->close();
        m_stage->filter({});
        QTRY_VERIFY(m_stage->window().actions().exportEvents->isEnabled());
    }

    void theDialogs_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action :
             {"addSource", "importEvents", "exportEvents", "checkWorkspace", "showCoverage", "showQuarantine",
              "chooseColumns", "chooseZone", "goToTime", "showShortcuts", "about", "markReviewed",
              "showReviewLog", "showEvidence", "verifyWorkspace", "openBundle", "pushAfterSync",
              "manageArchive"})
            QTest::newRow(action) << QString::fromLatin1(action);
    }
    void theDialogs()
    {
        QFETCH(QString, action);
        m_stage->window().findChild<QAction *>(action, Qt::FindDirectChildrenOnly)->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verifyPlain();
    }

    void theSources_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("edit") << u"editSource"_s;
        QTest::newRow("remove") << u"removeSource"_s;
        QTest::newRow("sync from") << u"syncFromSource"_s;
        QTest::newRow("coverage") << u"sourceCoverage"_s;
    }
    void theSources()
    {
        QFETCH(QString, action);
        auto *pane = m_stage->find<QWidget>(u"sourcesPane"_s);
        pane->findChild<QAction *>(action)->trigger();
        QTRY_VERIFY(QApplication::activeModalWidget());
        verifyPlain();
    }

    void theVendorsErrors()
    {
        const QByteArray body =
            QJsonDocument(QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, m_hostile}}}}})
                .toJson();
        m_stage->servers.asana().http().setHandler(
            [body](const Support::Request &) { return Response::json(body, 403); });
        QVERIFY(m_stage->sync());
        QWidget *pane = m_stage->showSources();
        QVERIFY(waitForText(*pane, u"<U+202E>"_s));
        verifyPlain();
        pane->findChild<QAction *>(u"testSource"_s)->trigger();
        QVERIFY(waitForText(*pane->findChild<QWidget *>(u"messageStrip"_s), u"<U+202E>"_s));
        verifyPlain();
    }

private:
    void verifyPlain() const
    {
        const QStringList places = placesThatAreNotPlain(m_markup);
        QVERIFY2(places.isEmpty(), qPrintable(places.join(u'\n')));
    }

    Support::FakeHttpServer m_bait;
    QString m_markup;
    QString m_hostile;
    std::unique_ptr<WindowStage> m_stage;
};

TRAILGLASS_GUI_TEST(PlainTextTest)
#include "tst_plaintext.moc"
