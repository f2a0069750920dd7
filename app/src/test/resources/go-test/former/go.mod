module example.com/former

go 1.20
