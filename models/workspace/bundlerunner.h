// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/workspace/bundleopening.h"

#include <QObject>

#include <memory>

namespace Trailglass {

/// Verifies evidence bundles and brings them into workspaces, on a thread of its own; a new call ends the last.
/// \thread GUI
class BundleRunner : public QObject
{
    Q_OBJECT

public:
    explicit BundleRunner(QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~BundleRunner() override;

    /// verdictOnBundle(), then bringInBundle(). opened(), refused() or failed() follows, unless another call comes.
    /// \param fileName  absolute
    /// \param key  as for verdictOnBundle()
    void open(const QString &fileName, const QString &key);
    /// failed() follows, with Cancelled.
    void cancel();

Q_SIGNALS:
    /// \param events  that were checked
    void verifying(qint64 events);
    /// \param events  that were stored
    void importing(qint64 events);
    void opened(const Trailglass::OpenedBundle &bundle);
    /// It is not verified, and not opened.
    void refused(const Trailglass::BundleVerdict &verdict);
    /// As verdictOnBundle() and bringInBundle().
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
