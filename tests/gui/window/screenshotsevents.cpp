// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/config/settings.h"
#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"
#include "views/histogram/histogramchart.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

void useColourRules(Settings &settings)
{
    settings.setColourRules(Story::colourRules());
}

QWidget *mainWindow(SceneStage &stage)
{
    stage.openCompany(Story::Week, useColourRules);
    stage.chooseEvent(Story::RoleChange);
    return &stage.window();
}

/// As the window opens for somebody who has synced.
QWidget *allEvents(SceneStage &stage)
{
    stage.openCompany();
    return &stage.window();
}

QWidget *sorted(SceneStage &stage)
{
    stage.openCompany(Story::Night, [](Settings &settings) {
        settings.setSortOrder(u"actor,-action"_s);
        settings.setRowDensity(u"comfortable"_s);
        settings.setTimePrecision(u"microseconds"_s);
    });
    return &stage.window();
}

/// More columns than have room, the first two of them frozen.
QWidget *manyColumns(SceneStage &stage)
{
    stage.openCompany(Story::Night, [](Settings &settings) {
        settings.setColumns(
            u"created,source,action,op,outcome,actor,actor.type,target,target.type,ip,user_agent,"
            "channel,correlation,@details.new_value,@input.amount"_s);
        settings.setFrozenColumns(2);
        settings.setRowDensity(u"compact"_s);
    });
    stage.chooseEvent(Story::RoleChange);
    return &stage.window();
}

QWidget *findBar(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    SceneStage::activate(stage.window());
    stage.find<QAction>(u"find"_s)->trigger();
    auto *edit = stage.find<QLineEdit>(u"findEdit"_s);
    QTest::keyClicks(edit, u"export"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    const auto *state = stage.find<QLabel>(u"findState"_s);
    stage.waitFor([state] { return state->text().contains(u" of "_s); }, u"rows that were found"_s);
    return &stage.window();
}

QWidget *goToTime(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    QWidget *dialog = stage.openDialog(u"goToTime"_s, u"goToTimeDialog"_s);
    auto *edit = dialog->findChild<QLineEdit *>(u"goToTime"_s);
    edit->setText(u"saturday night"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    return dialog;
}

QWidget *columns(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    return stage.openDialog(u"chooseColumns"_s, u"columnsDialog"_s);
}

QWidget *colourRules(SceneStage &stage)
{
    stage.openCompany(Story::Week, useColourRules);
    return stage.openDialog(u"colourRules"_s, u"colourRulesDialog"_s);
}

QWidget *cellMenu(SceneStage &stage)
{
    stage.openCompany(Story::Week);
    stage.chooseEvent(Story::RoleChange);
    auto *table = stage.find<QTableView>(u"eventTable"_s);
    Q_EMIT table->customContextMenuRequested(table->visualRect(table->currentIndex()).center());
    stage.waitForMenu();
    return &stage.window();
}

/// The bar of the incident's first hour.
QWidget *histogramToolTip(SceneStage &stage)
{
    stage.openCompany(Story::Week, [](Settings &settings) { settings.setHistogramSplit(u"vendor"_s); });
    auto *chart = stage.find<HistogramChart>(u"histogramChart"_s);
    stage.waitFor([chart] { return chart->geometry().bins() > 10; }, u"the histogram"_s);
    if (chart->geometry().isEmpty())
        return &stage.window();
    const qreal x = chart->geometry().x(*parseTime("2026-11-07T23:30:00Z"));
    const QPoint place = QPointF(x, chart->geometry().plot().center().y()).toPoint();
    QHelpEvent help(QEvent::ToolTip, place, chart->mapToGlobal(place));
    QCoreApplication::sendEvent(chart, &help);
    return &stage.window();
}

/// A time range of which the end was not synced.
QWidget *unsyncedTime(SceneStage &stage)
{
    stage.openCompany(u"created:2026-11"_s, [](Settings &settings) { settings.setHistogramSplit(u"op"_s); });
    return &stage.window();
}

QWidget *openExport(SceneStage &stage)
{
    stage.openCompany(Story::Night);
    QWidget *dialog = stage.openDialog(u"exportEvents"_s, u"exportDialog"_s);
    const auto *button = stage.find<QAbstractButton>(u"exportButton"_s);
    stage.waitFor([button] { return button->isEnabled(); }, u"the count of what is exported"_s);
    return dialog;
}

QWidget *exportDialog(SceneStage &stage)
{
    QWidget *dialog = openExport(stage);
    stage.find<QLineEdit>(u"exportFile"_s)->setText(u"~/the-night.csv"_s);
    return dialog;
}

QWidget *exported(SceneStage &stage)
{
    QWidget *dialog = openExport(stage);
    stage.find<QLineEdit>(u"exportFile"_s)->setText(stage.path(u"the-night.csv"_s));
    stage.find<QAbstractButton>(u"exportButton"_s)->click();
    const auto *strip = dialog->findChild<QWidget *>(u"messageStrip"_s);
    stage.waitFor([strip] { return strip->isVisible(); }, u"the end of the export"_s);
    return dialog;
}

QWidget *replaceQuestion(SceneStage &stage)
{
    QWidget *dialog = openExport(stage);
    const QString name = stage.path(u"the-night.csv"_s);
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return dialog;
    file.close();
    stage.find<QLineEdit>(u"exportFile"_s)->setText(name);
    stage.find<QAbstractButton>(u"exportButton"_s)->click();
    stage.waitFor([dialog] { return dialog->findChild<QWidget *>(u"replaceQuestion"_s) != nullptr; },
                  u"the question about the file"_s);
    return stage.modal();
}

} // namespace

QList<Scene> eventScenes()
{
    using enum Scene::Use;
    return {{u"main"_s, Documents, mainWindow},
            {u"all-events"_s, Review, allEvents},
            {u"sorted"_s, Review, sorted},
            {u"many-columns"_s, Review, manyColumns},
            {u"find"_s, Review, findBar},
            {u"go-to-time"_s, Review, goToTime},
            {u"columns"_s, Review, columns},
            {u"colour-rules"_s, Review, colourRules},
            {u"cell-menu"_s, Review, cellMenu},
            {u"histogram-tool-tip"_s, Review, histogramToolTip},
            {u"unsynced-time"_s, Review, unsyncedTime},
            {u"export"_s, Review, exportDialog},
            {u"exported"_s, Review, exported},
            {u"export-replace"_s, Review, replaceQuestion}};
}

} // namespace Trailglass::Testing
