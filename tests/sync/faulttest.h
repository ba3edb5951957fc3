// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "tests/sync/faultmatrix.h"

#include <QObject>

namespace Trailglass {

/// A test class whose rows are faults: prepares its FaultMatrix, and lets no warning pass.
class FaultTest : public QObject
{
    Q_OBJECT

protected:
    /// \param name  of the test class in CTest
    explicit FaultTest(const QString &name);

    [[nodiscard]] FaultMatrix &matrix() { return m_matrix; }

    /// Data: a column, and a row for each vendor.
    static void addVendors();

protected Q_SLOTS:
    void initTestCase();
    void init();

private:
    FaultMatrix m_matrix;
};

/// The one request of a sync is repeated until its attempts are used up.
[[nodiscard]] FaultOutcome repeated(const QString &kind);

/// The sync ends after one request.
[[nodiscard]] FaultOutcome once(const QString &kind);

/// Datafold takes the fault for a window that is too large.
[[nodiscard]] FaultOutcome halved();

/// The body of an error in the vendor's own shape.
[[nodiscard]] QByteArray vendorErrorBody(Vendor vendor, const QByteArray &words);

} // namespace Trailglass
