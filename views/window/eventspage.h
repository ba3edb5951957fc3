// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QSplitter>

namespace Trailglass {

/// The histogram above the events, with a handle between them. The histogram keeps its height when the page grows.
class EventsPage : public QSplitter
{
    Q_OBJECT

public:
    static constexpr int DefaultHistogramHeight = 112; // px

    EventsPage(QWidget *histogram, QWidget *events, QWidget *parent = nullptr);

    /// In pixels; what was set, or where the user dragged the handle.
    [[nodiscard]] int histogramHeight() const { return m_histogramHeight; }
    /// \param height  held within what the histogram can be and the page has room for
    void setHistogramHeight(int height);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void apply();

    int m_histogramHeight = DefaultHistogramHeight;
};

} // namespace Trailglass
