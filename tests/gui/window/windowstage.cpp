// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/gui/window/windowstage.h"

#include "models/core/text.h"
#include "models/workspace/demodata.h"
#include "views/sources/sourcespane.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>
#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace Trailglass::Testing {

namespace {

/// A workspace with the demo's events, which nobody has open.
const QString &filledWorkspace()
{
    static const QTemporaryDir folder;
    static const QString workspace = [] {
        const QString path = folder.filePath(u"workspace"_s);
        const SystemClock clock;
        DemoImport demo(path, clock);
        const QSignalSpy imported(&demo, &DemoImport::imported);
        demo.start();
        if (!QTest::qWaitFor([&imported] { return !imported.isEmpty(); }, WindowStage::Patience))
            qFatal("The demo's events were not imported.");
        return path;
    }();
    return workspace;
}

} // namespace

WindowStage::WindowStage(int events)
    : servers({.seed = 7, .now = Support::today(), .events = events})
{
    QVERIFY(servers.listen());
}

void WindowStage::open(const Options &options, const std::optional<ShownArchive> &archive)
{
    make(options, archive);
    show();
}

void WindowStage::openBundle(const OpenedBundle &bundle)
{
    make({}, {});
    m_workspaceWindow->setBundle(bundle);
    show();
}

void WindowStage::make(const Options &options, const std::optional<ShownArchive> &archive)
{
    close();
    Options mine = options;
    if (!mine.demo && mine.workspace.isEmpty())
        mine.workspace = workspace();
    m_workspaceWindow = std::make_unique<WorkspaceWindow>(
        mine,
        WorkspaceWindow::Dependencies{keychain, m_clock, path(u"settings.ini"_s), path(u"approvals.json"_s)},
        archive);
}

void WindowStage::show()
{
    QVERIFY(m_workspaceWindow->open());
    QVERIFY(QTest::qWaitForWindowExposed(&window(), Patience));
}

void WindowStage::openFilled()
{
    Options options;
    options.workspace = path(u"filled"_s);
    if (!QFile::exists(options.workspace)) {
        std::error_code failure;
        std::filesystem::copy(filledWorkspace().toStdU16String(), options.workspace.toStdU16String(),
                              std::filesystem::copy_options::recursive, failure);
        QVERIFY2(!failure, failure.message().c_str());
    }
    open(options);
}

void WindowStage::openWithoutSettings()
{
    close();
    QFile::remove(path(u"settings.ini"_s));
    open();
}

void WindowStage::close()
{
    if (m_workspaceWindow)
        window().close();
    m_workspaceWindow.reset();
}

void WindowStage::fillForm(QWidget &dialog, Vendor vendor, const QString &name)
{
    const Support::VendorServer &server = servers.server(vendor);
    const QString type = toQString(Trailglass::name(vendor));
    dialog.findChild<QAbstractButton *>("sourceType_"_L1 + type)->click();
    auto *form = dialog.findChild<QWidget *>("form_"_L1 + type);
    form->findChild<QLineEdit *>(u"sourceName"_s)->setText(name);
    const QMap<QString, QString> settings = server.settings();
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        auto *editor = form->findChild<QWidget *>("setting_"_L1 + setting.key());
        if (auto *line = editor->findChild<QLineEdit *>(); line)
            line->setText(setting.value());
    }
    const QMap<QString, QString> secrets = server.secrets();
    for (auto secret = secrets.cbegin(); secret != secrets.cend(); ++secret)
        form->findChild<QWidget *>("secret_"_L1 + secret.key())
            ->findChild<QLineEdit *>(u"secret"_s)
            ->setText(secret.value());
}

bool WindowStage::addSource(Vendor vendor, const QString &name)
{
    window().actions().addSource->trigger();
    QPointer<QWidget> dialog = find<QWidget>(u"sourceDialog"_s);
    fillForm(*dialog, vendor, name);
    dialog->findChild<QAbstractButton *>(u"save"_s)->click();
    const auto isListed = [this, &name] {
        const QList<SourceRow> &rows = find<SourcesPane>(u"sourcesPane"_s)->model().rows();
        return std::ranges::any_of(rows, [&name](const SourceRow &row) { return row.name == name; });
    };
    return QTest::qWaitFor([&dialog] { return !dialog || !dialog->isVisible(); }, Patience)
        && QTest::qWaitFor(isListed, Patience); // before that there is nothing to sync
}

bool WindowStage::sync()
{
    const QAction *cancel = window().actions().cancelSync;
    // A short sync begins and ends between two looks.
    const QSignalSpy changes(cancel, &QAction::enabledChanged);
    window().actions().syncAll->trigger();
    return QTest::qWaitFor([cancel, &changes] { return !changes.isEmpty() && !cancel->isEnabled(); },
                           Patience);
}

QWidget *WindowStage::showSources()
{
    window().actions().showSources->trigger();
    return find<QWidget>(u"sourcesPane"_s);
}

QString WindowStage::filter(const QString &text)
{
    auto *edit = find<QLineEdit>(u"queryEdit"_s);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete); // typing nothing would leave what is selected
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
    return edit->text();
}

QString WindowStage::shownCount()
{
    return find<QLabel>(u"countText"_s)->text();
}

bool WindowStage::shows(const QString &count)
{
    const auto *label = find<QLabel>(u"countText"_s);
    return QTest::qWaitFor([label, &count] { return label->text() == count; }, Patience);
}

} // namespace Trailglass::Testing
