// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/evidence/bundleimport.h"
#include "models/evidence/bundleverdict.h"

#include <QObject>

#include <memory>

class QTemporaryDir;

namespace Trailglass {

/// An evidence bundle that was verified, and its events in a workspace of their own, to be looked at. A value; the folder goes
/// with the last copy.
struct OpenedBundle
{
    QString fileName; ///< of the bundle, absolute
    std::shared_ptr<QTemporaryDir> folder; ///< that the workspace is in
    QString workspace; ///< its folder
    BundleVerdict verdict;
    ImportedBundle imported;
};

/// Verifies evidence bundles and brings them into workspaces, on a thread of its own; a new call ends the last.
/// \thread GUI
class BundleRunner : public QObject
{
    Q_OBJECT

public:
    explicit BundleRunner(QObject *parent = nullptr);
    /// Cancels, and waits for the thread.
    ~BundleRunner() override;

    /// verifyBundle(), then importBundle(). opened(), refused() or failed() follows, unless another call comes.
    /// \param fileName  absolute
    /// \param key  as of readGivenKey(); empty: none is known
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
    /// As verifyBundle(), readGivenKey() and importBundle(); Storage: no temporary folder.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
