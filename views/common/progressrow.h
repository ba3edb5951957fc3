// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QWidget>

#include <optional>

class QProgressBar;
class QPushButton;

namespace Trailglass {

/// A progress bar and the button that stops the work. Invisible until begin(), but in its place, so that nothing around
/// it moves.
/// \thread GUI
class ProgressRow : public QWidget
{
    Q_OBJECT

public:
    /// \param name  of the work, for object names: `export` makes `exportProgress` and `exportStop`
    /// \param accessibleName  what the bar shows
    ProgressRow(const QString &name, const QString &accessibleName, QWidget *parent = nullptr);

    void begin();
    void end();
    /// \param part  0 to 1; nothing: it is not known how much there is
    void setPart(std::optional<double> part);

Q_SIGNALS:
    void stopped();

private:
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace Trailglass
