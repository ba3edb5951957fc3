// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace Trailglass {

/// Chooses the zone in which every surface shows times: UTC, the machine's zone, or any other by name.
class ZoneDialog : public QDialog
{
    Q_OBJECT

public:
    /// \param current  IANA name
    explicit ZoneDialog(const QByteArray &current, QWidget *parent = nullptr);

    /// IANA name. The current one while nothing is marked.
    [[nodiscard]] QByteArray zone() const;

private:
    void narrow(const QString &text);

    QByteArray m_current;
    QLineEdit *m_search;
    QListWidget *m_zones;
};

} // namespace Trailglass
