// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/screenshotscompany.h"
#include "tests/gui/window/screenshotsscenes.h"
#include "tests/gui/window/screenshotsstage.h"
#include "views/inspector/inspectorpane.h"

#include <QAction>
#include <QCheckBox>
#include <QDockWidget>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr int WideInspector = 560; // px

QWidget *inspect(SceneStage &stage, const QString &time, InspectorPane::Tab tab)
{
    stage.openCompany(Story::Night);
    stage.chooseEvent(time);
    stage.find<InspectorPane>(u"inspector"_s)->setTab(tab);
    return &stage.window();
}

/// What was done to the finance schedule, beside the events around it.
QWidget *changes(SceneStage &stage)
{
    QWidget *window = inspect(stage, Story::ScheduleChange, InspectorPane::ChangesTab);
    stage.settle(); // the dock opens with a width of its own
    stage.window().resizeDocks({stage.find<QDockWidget>(u"inspectorDock"_s)}, {WideInspector},
                               Qt::Horizontal);
    stage.find<QCheckBox>(u"changesSideBySide"_s)->setChecked(true);
    return window;
}

/// As narrow as the inspector is at first.
QWidget *narrowChanges(SceneStage &stage)
{
    return inspect(stage, Story::RoleChange, InspectorPane::ChangesTab);
}

QWidget *fields(SceneStage &stage)
{
    QWidget *window = inspect(stage, Story::ScheduleChange, InspectorPane::FieldsTab);
    stage.find<QCheckBox>(u"showEmptyFields"_s)->setChecked(true);
    return window;
}

QWidget *related(SceneStage &stage)
{
    return inspect(stage, Story::RoleChange, InspectorPane::RelatedTab);
}

QWidget *json(SceneStage &stage)
{
    QWidget *window = inspect(stage, Story::ScheduleChange, InspectorPane::JsonTab);
    stage.find<QLineEdit>(u"jsonSearch"_s)->setText(u"value"_s);
    return window;
}

QWidget *raw(SceneStage &stage)
{
    QWidget *window = inspect(stage, Story::ScheduleChange, InspectorPane::RawTab);
    stage.find<QCheckBox>(u"rawIndented"_s)->setChecked(true);
    return window;
}

QWidget *wholeValue(SceneStage &stage)
{
    QWidget *window = inspect(stage, Story::RoleChange, InspectorPane::FieldsTab);
    auto *list = stage.find<QTreeView>(u"fieldList"_s);
    // The longest one.
    const auto found = list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, u"user_agent"_s, 1,
                                            Qt::MatchExactly);
    list->setCurrentIndex(found.value(0));
    const auto actions = list->actions();
    const auto open = std::ranges::find(actions, u"openValue"_s, &QObject::objectName);
    if (open == actions.end())
        return window;
    (*open)->trigger();
    auto *viewer = stage.find<QWidget>(u"textViewer"_s);
    stage.waitFor([viewer] { return viewer->isVisible(); }, u"the window of the value"_s);
    SceneStage::activate(*viewer);
    return viewer;
}

/// A login of the account as it was before, and the one of the night.
QWidget *comparison(SceneStage &stage)
{
    stage.openCompany(u"action:user_login_succeeded actor:~quill created:2026-10-27..2026-11-08"_s);
    auto *table = stage.find<QTableView>(u"eventTable"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    table->selectionModel()->select(table->model()->index(1, 0),
                                    QItemSelectionModel::Select | QItemSelectionModel::Rows);
    return stage.openDialog(u"compareEvents"_s, u"eventComparison"_s);
}

} // namespace

QList<Scene> inspectorScenes()
{
    using enum Scene::Use;
    return {{u"inspector"_s, Review, changes},       {u"inspector-changes"_s, Review, narrowChanges},
            {u"inspector-fields"_s, Review, fields}, {u"inspector-related"_s, Review, related},
            {u"inspector-json"_s, Review, json},     {u"inspector-raw"_s, Review, raw},
            {u"whole-value"_s, Review, wholeValue},  {u"comparison"_s, Documents, comparison}};
}

} // namespace Trailglass::Testing
