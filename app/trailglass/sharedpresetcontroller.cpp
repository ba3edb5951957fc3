// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/sharedpresetcontroller.h"

#include "views/common/messagestrip.h"
#include "views/common/plaintext.h"
#include "views/presets/presetmenu.h"
#include "views/window/mainwindow.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Trailglass {

SharedPresetController::SharedPresetController(const Parts &parts, const Place &events, const Clock &clock,
                                               QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_shared(PresetPlace::sharedIn(events, clock))
{
    connect(&m_shared, &PresetService::listed, this, [this](const QList<Preset> &presets) {
        m_parts.menu.setShared(presets);
        m_parts.own.setFurther(presets);
    });
    connect(&m_shared, &PresetService::failed, this, [this](const Error &error) {
        if (error.kind != ErrorKind::Cancelled)
            m_parts.menu.setSharedFailure(error.message);
    });
    connect(&parts.menu, &PresetMenu::shareAsked, this, &SharedPresetController::share);
    connect(&parts.menu, &PresetMenu::unshareAsked, this, &SharedPresetController::askToStopSharing);
    connect(&parts.menu, &QMenu::aboutToShow, this, &SharedPresetController::reload);
    parts.menu.setShared({});
    reload();
}

void SharedPresetController::reload()
{
    m_shared.reload();
}

void SharedPresetController::share(const QString &name)
{
    const auto preset = presetNamed(name, m_parts.own.presets());
    if (!preset)
        return show(preset.error());
    const auto before = presetNamed(name, m_shared.presets());
    if (!before)
        return put(*preset);
    if (*before == *preset)
        return m_parts.window.tell(tr("The preset “%1” is shared already.").arg(name));
    ask(tr("Share preset"), tr("There is another shared preset “%1”. Replace it for everybody?").arg(name),
        tr("&Replace"), [this, preset = *preset] { put(preset); });
}

void SharedPresetController::put(const Preset &preset)
{
    m_shared.save(preset, [this, name = preset.name](const Result<void> &saved) {
        if (!saved)
            return show(saved.error());
        m_parts.window.tell(tr("The preset “%1” is shared now.").arg(name));
    });
}

void SharedPresetController::askToStopSharing(const QString &name)
{
    ask(tr("Stop sharing"), tr("Take the preset “%1” out of the archive, for everybody?").arg(name),
        tr("&Stop sharing"), [this, name] { stopSharing(name); });
}

void SharedPresetController::stopSharing(const QString &name)
{
    m_shared.remove(name, [this](const Result<QStringList> &warnings) {
        if (!warnings)
            show(warnings.error());
        else if (!warnings->isEmpty())
            m_parts.window.tell(warnings->join(u' '));
    });
}

void SharedPresetController::ask(const QString &title, const QString &text, const QString &caption,
                                 std::function<void()> go)
{
    QMessageBox *box = PlainText::question(&m_parts.window, title, text);
    box->setObjectName("sharingQuestion"_L1);
    QPushButton *button = box->addButton(caption, QMessageBox::DestructiveRole);
    button->setObjectName("confirm"_L1);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(button, &QPushButton::clicked, this, std::move(go));
    box->open();
}

void SharedPresetController::show(const Error &error)
{
    m_parts.window.strip().show(MessageStrip::Kind::Error, error.message);
}

} // namespace Trailglass

#include "moc_sharedpresetcontroller.cpp"
