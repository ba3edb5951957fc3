// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/network/httpclient.h"
#include "models/store/eventreader.h"
#include "models/store/storethread.h"
#include "models/sync/syncengine.h"
#include "tests/network/manualclock.h"
#include "tests/network/manualscheduler.h"
#include "tests/support/vendorserver.h"

#include <QMap>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace Trailglass {

/// A workspace of its own, a real store and a real client, in virtual time: waits between requests take none.
class SyncHarness
{
public:
    explicit SyncHarness(std::string_view now);

    /// Adds a connection.
    /// \pre before the first run
    void addSource(const QString &name, const QString &type, const QMap<QString, QString> &settings);

    /// Adds several: quicker, since the workspace is opened once.
    /// \pre before the first run
    void addSources(const QList<SourceRecord> &sources);

    /// Of each run.
    /// \pre before the first run
    void setMaxPages(qint64 pages) { m_maxPages = pages; }

    /// A job for a connection as it is stored now.
    /// \param server  whose secrets it uses
    [[nodiscard]] SyncJob job(const QString &name, const Support::VendorServer &server);

    /// Starts jobs and lets virtual time pass, as VirtualTime does, until all reports are there.
    [[nodiscard]] QList<SyncReport> run(const QList<SyncJob> &jobs);
    [[nodiscard]] SyncReport run(const SyncJob &job) { return run(QList{job}).value(0); }

    /// Called about every millisecond of a run.
    /// \param activity  what the last progress said
    std::function<void(const QString &activity)> onTick = {};

    /// Everything stored of a connection: id and raw bytes.
    [[nodiscard]] QMap<QByteArray, QByteArray> stored(const QString &name);
    [[nodiscard]] SourceState state(const QString &name);
    [[nodiscard]] std::unique_ptr<EventReader> reader() const;
    [[nodiscard]] QString workspace() const { return m_folder.path(); }
    [[nodiscard]] SyncEngine &engine();
    [[nodiscard]] ManualScheduler &scheduler() { return m_scheduler; }
    [[nodiscard]] HttpClient &http() { return m_http; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    /// What the server has, in the same form.
    [[nodiscard]] static QMap<QByteArray, QByteArray> served(const Support::VendorServer &server);

private:
    QTemporaryDir m_folder;
    ManualClock m_clock;
    ManualScheduler m_scheduler;
    HttpClient m_http;
    qint64 m_maxPages = SyncServices::MaxPages;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<SyncEngine> m_engine;
};

} // namespace Trailglass
