// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/screenshotsstage.h"

#include "models/config/settings.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"
#include "models/store/workspace.h"
#include "tests/gui/window/screenshotspicture.h"
#include "views/common/theme.h"
#include "views/inspector/inspectorpane.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QTableView>
#include <QToolTip>

#include <filesystem>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

constexpr int FewEvents = 100;
constexpr qint64 QuietTime = 500; // ms; longer than the pauses that panes make while one types

} // namespace

SceneStage::SceneStage(SceneLook look, QString company)
    : WindowStage(FewEvents)
    , m_look(std::move(look))
    , m_company(std::move(company))
{
    applyAppearance(Appearance::System); // as before the first window
}

SceneStage::~SceneStage()
{
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    QWidget *closed = nullptr;
    while (QWidget *dialog = QApplication::activeModalWidget()) {
        if (dialog == closed)
            break; // it goes with the window
        closed = dialog;
        dialog->close();
    }
}

void SceneStage::start(const Remember &remember)
{
    {
        Settings settings(path(u"settings.ini"_s));
        settings.setWorkspace(WorkspacePaths::of(workspace()).folder);
        settings.setAppearance(m_look.appearance);
        if (remember)
            remember(settings);
    }
    open();
    window().move(0, 0);
    window().resize(m_look.size);
    waitFor([this] { return window().size() == m_look.size; }, u"the size of the window"_s);
}

void SceneStage::bringCompany()
{
    std::error_code failure;
    std::filesystem::copy(m_company.toStdU16String(), workspace().toStdU16String(),
                          std::filesystem::copy_options::recursive, failure);
    if (failure) {
        m_problems += u"The workspace cannot be copied: %1"_s.arg(QString::fromStdString(failure.message()));
        return;
    }
    for (const auto &source : {"asana"_L1, "datafold"_L1, "nected"_L1, "paradime"_L1, "secoda"_L1})
        finishSync(source);
}

void SceneStage::finishSync(const QString &source, const QString &problem)
{
    const auto writer = EventWriter::open(workspace());
    const auto reader = EventReader::open(workspace());
    const auto record = (*reader)->source(source);
    RunRecord run{.id = {}, .source = record->id, .started = SystemClock().now() - 20 * UtcMicros::PerSecond};
    if (const auto begun = (*writer)->beginRun(run.source, run.kind, run.started))
        run.id = *begun;
    run.end =
        RunEnd{.at = SystemClock().now(), .status = problem.isEmpty() ? RunStatus::Ok : RunStatus::Failed};
    run.figures.requests = 7;
    if (!problem.isEmpty())
        run.figures.error = RunError{.kind = u"network"_s, .message = problem};
    if (const auto noted = (*writer)->finishRun(run); !noted)
        m_problems += noted.error().message;
}

void SceneStage::openCompany(const QString &filter, const Remember &remember)
{
    if (!QFileInfo::exists(workspace()))
        bringCompany();
    start([&](Settings &settings) {
        settings.setFilterText(filter);
        if (remember)
            remember(settings);
    });
    waitFor([this] { return shownCount().contains(u" of "_s); }, u"the events"_s);
    settle();
}

void SceneStage::chooseEvent(const QString &time)
{
    const QWidget *dialog = openDialog(u"goToTime"_s, u"goToTimeDialog"_s);
    auto *edit = dialog->findChild<QLineEdit *>(u"goToTime"_s);
    edit->setText(time);
    QTest::keyClick(edit, Qt::Key_Return);
    const auto *inspector = find<InspectorPane>(u"inspector"_s);
    waitFor([inspector] { return inspector->record() != nullptr; }, u"the event at "_s + time);
    activate(window());
    find<QTableView>(u"eventTable"_s)->setFocus();
}

void SceneStage::type(const QString &text)
{
    activate(window());
    auto *edit = find<QLineEdit>(u"queryEdit"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

QWidget *SceneStage::openDialog(const QString &action, const QString &dialog)
{
    auto *trigger = find<QAction>(action);
    waitFor([trigger] { return trigger->isEnabled(); }, u"the action "_s + action);
    trigger->trigger();
    const auto isShown = [this, &dialog] {
        const auto *found = window().findChild<QWidget *>(dialog);
        return found && found->isVisible();
    };
    waitFor(isShown, dialog);
    auto *opened = find<QWidget>(dialog);
    activate(*opened);
    return opened;
}

QWidget *SceneStage::modal()
{
    waitFor([] { return QApplication::activeModalWidget() != nullptr; }, u"a dialog"_s);
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog)
        return &window();
    activate(*dialog);
    return dialog;
}

void SceneStage::waitForMenu()
{
    waitFor([] { return QApplication::activePopupWidget() != nullptr; }, u"a menu"_s);
}

void SceneStage::waitFor(const std::function<bool()> &condition, const QString &what)
{
    if (!QTest::qWaitFor(condition, Patience))
        m_problems += u"This did not come: "_s + what;
}

void SceneStage::settle()
{
    QImage last;
    QElapsedTimer unchanged;
    const auto isQuiet = [&last, &unchanged] {
        const QImage now = pictureOfScreen();
        if (now == last)
            return unchanged.hasExpired(QuietTime);
        last = now;
        unchanged.start();
        return false;
    };
    waitFor(isQuiet, u"rest on the screen"_s);
}

void SceneStage::activate(QWidget &widget)
{
    widget.activateWindow();
    // Where the display gives no window the keyboard, the picture is paler and not wrong.
    static_cast<void>(QTest::qWaitForWindowActive(&widget));
}

} // namespace Trailglass::Testing
