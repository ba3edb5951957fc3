// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/queryengine.h"
#include "tests/gui/window/windowstage.h"
#include "tests/runner/testclass.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QStandardPaths>
#include <QTableView>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What an analyst does on the first day, in the real window.
class RoadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesFromAnEmptyWorkspaceToAnExportAndComesBackAsItWas()
    {
        WindowStage stage;
        stage.open();
        QTRY_VERIFY(stage.window().showsFirstRun());

        // Two sources, through the form.
        QVERIFY(stage.addSource(Vendor::Asana, u"work"_s));
        QTRY_VERIFY(!stage.window().showsFirstRun());
        QVERIFY(stage.addSource(Vendor::Datafold, u"diffs"_s));

        // Sync: every event of both servers is there.
        QVERIFY(stage.sync());
        const auto asana = stage.servers.asana().events().size();
        const auto all = asana + stage.servers.datafold().events().size();
        const QLocale locale;
        const auto count = [&locale, all](qint64 shown) {
            return u"%1 of %2 event(s)"_s.arg(locale.toString(shown), locale.toString(all));
        };
        QVERIFY2(stage.shows(count(all)), qPrintable(stage.find<QLabel>(u"countText"_s)->text()));

        // By text, then by a click in the pane: one filter.
        stage.filter(u"vendor:asana"_s);
        QVERIFY(stage.shows(count(asana)));
        auto *edit = stage.find<QLineEdit>(u"queryEdit"_s);
        stage.filter(u"op:auth"_s);
        QTRY_VERIFY(!stage.find<QLabel>(u"countText"_s)->text().startsWith(locale.toString(asana)));

        // The first event, in the inspector.
        auto *table = stage.find<QTableView>(u"eventTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->setCurrentIndex(table->model()->index(0, 0));
        auto *sentence = stage.find<QLabel>(u"eventSentence"_s);
        QTRY_VERIFY(!sentence->text().isEmpty());

        // A preset of it.
        stage.find<QAction>(u"savePreset"_s)->trigger();
        stage.find<QLineEdit>(u"presetName"_s)->setText(u"Logins"_s);
        stage.find<QAbstractButton>(u"saveButton"_s)->click();
        QTRY_VERIFY(stage.window().findChild<QAction *>(u"preset:Logins"_s));

        // An export of the result.
        stage.window().actions().exportEvents->trigger();
        const QString fileName = stage.path(u"logins.csv"_s);
        stage.find<QLineEdit>(u"exportFile"_s)->setText(fileName);
        auto *button = stage.find<QAbstractButton>(u"exportButton"_s);
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fileName), WindowStage::Patience);
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(),
                 table->model()->rowCount() + 2); // the header, and nothing after the last line end
        QVERIFY2(lines.at(0).startsWith("created,source,action,"), lines.at(0).constData());
        stage.find<QAbstractButton>(u"exportClose"_s)->click();

        // Closed and opened again: filter, preset and events are there.
        const QString shown = stage.find<QLabel>(u"countText"_s)->text();
        stage.open();
        QVERIFY(stage.shows(shown));
        edit = stage.find<QLineEdit>(u"queryEdit"_s);
        QCOMPARE(edit->text(), u"op:auth"_s);
        QTRY_VERIFY(stage.window().findChild<QAction *>(u"preset:Logins"_s));

        // The preset brings its filter back.
        stage.filter(u"op:delete"_s);
        QTRY_VERIFY(stage.find<QLabel>(u"countText"_s)->text() != shown);
        stage.find<QAction>(u"preset:Logins"_s)->trigger();
        QVERIFY(stage.shows(shown));
    }

    void aSecondSyncShowsNothingNew()
    {
        WindowStage stage(100);
        stage.open();
        QVERIFY(stage.addSource(Vendor::Nected, u"rules"_s));
        QVERIFY(stage.sync());
        const auto all = stage.servers.nected().events().size();
        const QString count = u"%1 of %1 event(s)"_s.arg(QLocale().toString(all));
        QVERIFY(stage.shows(count));
        QVERIFY(stage.sync());
        QVERIFY(stage.shows(count));
    }

    void theDemoNeedsNoServer()
    {
        WindowStage stage(100);
        Options options;
        options.demo = true;
        stage.open(options);
        QVERIFY(stage.shows(u"%1 of %1 event(s)"_s.arg(QLocale().toString(6370))));
        QVERIFY(!stage.window().showsFirstRun());
    }
};

TRAILGLASS_GUI_TEST(RoadTest)
#include "tst_road.moc"
