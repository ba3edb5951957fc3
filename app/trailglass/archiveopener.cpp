// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "app/trailglass/archiveopener.h"

#include "app/trailglass/archiveinput.h"
#include "app/trailglass/archivetasktext.h"
#include "models/config/settings.h"
#include "models/core/translation.h"
#include "models/table/timeformatter.h"
#include "models/workspace/archiveservice.h"
#include "models/workspace/knownarchive.h"
#include "models/workspace/openarchive.h"
#include "views/sources/archivedialog.h"

#include <QTimeZone>

#include <utility>

namespace Trailglass {

namespace {

constexpr int ShortConnection = 300; // ms; what is done sooner needs no dialog

} // namespace

ArchiveOpener::ArchiveOpener(SecretStore &keychain, QString settingsFile, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_settingsFile(std::move(settingsFile))
    , m_window(window)
    , m_connector(keychain)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(ShortConnection);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (m_dialog)
            m_dialog->open();
    });
    connect(&m_connector, &ArchiveConnector::opened, this, &ArchiveOpener::end);
    connect(&m_connector, &ArchiveConnector::failed, this, &ArchiveOpener::showFailure);
}

ArchiveOpener::~ArchiveOpener()
{
    delete m_dialog;
}

void ArchiveOpener::ask(const QString &address)
{
    if (m_dialog && m_dialog->isVisible())
        return m_dialog->raise();
    makeDialog(address, knownKey(address));
    m_dialog->open();
}

void ArchiveOpener::open(const ArchivePlace &place, const std::optional<SecretReference> &key)
{
    if (m_dialog && m_dialog->isVisible())
        return m_dialog->raise();
    const auto where = key ? key : knownKey(place.text());
    makeDialog(place.text(), where);
    m_dialog->showConnecting();
    m_delay.start();
    connectTo(place, {.reference = where});
}

void ArchiveOpener::openUnattended(const ArchivePlace &place, const std::optional<SecretReference> &key)
{
    removeDialog();
    connectTo(place, {.reference = key ? key : knownKey(place.text())});
}

std::optional<SecretReference> ArchiveOpener::knownKey(const QString &address) const
{
    return knownKeyOf(address, Settings(m_settingsFile));
}

void ArchiveOpener::makeDialog(const QString &address, const std::optional<SecretReference> &key)
{
    removeDialog();
    m_dialog = new ArchiveDialog(address, key, archiveAddressText, m_window);
    connect(m_dialog, &ArchiveDialog::openRequested, this, &ArchiveOpener::openEntered);
    connect(m_dialog, &QDialog::rejected, this, [this] {
        removeDialog();
        Q_EMIT dismissed();
    });
}

/// What is on its way ends with it.
void ArchiveOpener::removeDialog()
{
    m_delay.stop();
    m_connector.cancel();
    if (m_dialog) {
        m_dialog->hide();
        m_dialog->deleteLater(); // it may be the one that calls
    }
    m_dialog.clear();
}

void ArchiveOpener::connectTo(const ArchivePlace &place, const ArchiveKeyInput &key)
{
    m_place = place;
    m_key = key.reference;
    m_connector.open(place, key);
}

void ArchiveOpener::openEntered(const EnteredArchive &entered)
{
    const auto place = ArchivePlace::parse(entered.address);
    if (!place)
        return m_dialog->showProblem(place.error().message);
    m_dialog->showConnecting();
    connectTo(*place, keyInputOf(entered));
}

void ArchiveOpener::end(const ArchiveConnection &connection)
{
    const ArchivePlace &place = connection.archive->place();
    Settings(m_settingsFile).setArchiveKey(place.text(), rememberedKey(m_key));
    const auto look = [archive = connection.archive](const CancelToken &cancel) {
        return lookAtArchive(*archive, cancel);
    };
    // First the window, then the dialog: the program ends with the last one that is closed.
    Q_EMIT opened({.place = place,
                   .events = archiveAt(connection.archive),
                   .warning = connection.warning,
                   .look = look});
    removeDialog();
}

void ArchiveOpener::showFailure(const Error &error)
{
    m_delay.stop();
    if (!m_dialog) {
        Q_EMIT failed(error);
        return;
    }
    if (const auto known = isServerAway(error) ? knownArchive(*m_place, m_settingsFile) : std::nullopt)
        showLastKnown(error, *known);
    else
        m_dialog->showProblem(error.message);
    m_dialog->open();
}

void ArchiveOpener::showLastKnown(const Error &error, const KnownArchive &known)
{
    const QTimeZone zone(Settings(m_settingsFile).displayZone());
    const QString sentence = tr("No events can be shown until the archive is available again.");
    const QString title = tr("Last known state, read on %1").arg(exactTime(known.readAt, zone));
    m_dialog->showLastKnown(inSequence(error.message, sentence), title, sectionsOf(known, zone));
}

} // namespace Trailglass

#include "moc_archiveopener.cpp"
